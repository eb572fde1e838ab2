import { join } from 'node:path';
import { build } from 'vite';

/** Builds the hidden page alone, as electron.vite.config.ts builds it beside the desk, which a test of the records can do without. */
export async function buildRecordsPage(outDir: string): Promise<void> {
  const root = join(import.meta.dirname, '../../renderer');
  await build({
    root,
    base: '/',
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir,
      emptyOutDir: true,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      target: 'chrome140',
      rolldownOptions: { input: { records: join(root, 'records/index.html') } },
    },
  });
}
