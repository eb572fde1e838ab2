import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const at = (path: string) => resolve(import.meta.dirname, path);

export default defineConfig({
  main: {
    build: {
      outDir: 'out/main',
      rolldownOptions: {
        input: { main: at('electron/main.ts'), demo: at('electron/program/demo/demo.ts') },
        output: { format: 'es', entryFileNames: '[name].js' },
      },
    },
  },
  preload: {
    build: {
      outDir: 'out/preload',
      // A sandboxed preload can require nothing of its own: one CommonJS bundle with all it needs inside.
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: at('electron/preload.cts') },
        output: { format: 'cjs', entryFileNames: '[name].cjs' },
      },
    },
  },
  renderer: {
    root: at('renderer'),
    // Each page is the root of its own origin, so that addresses are the same at `/` of either host.
    base: '/',
    plugins: [react()],
    build: {
      outDir: 'out/renderer',
      // The content security policy has no inline scripts and no data: fonts.
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      target: 'chrome140',
      rolldownOptions: { input: { desk: at('renderer/desk/index.html'), records: at('renderer/records/index.html') } },
    },
  },
});
