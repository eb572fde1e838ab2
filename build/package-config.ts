import type { Configuration } from 'electron-builder';
import { fuses } from './fuses.ts';
import type { MainPackages } from './main-packages.ts';

/** What belongs to the program; asar-contents.ts holds the package to it. */
const ownFiles = ['package.json', 'out/main/**', 'out/preload/**', 'out/renderer/**', 'resources/**'];
/** The demo's people are for trying out from a checkout. */
const notPackaged = ['resources/demo/**', '**/*.map', '**/*.d.ts', '**/*.md'];

/** electron-builder's settings. Nothing is signed here: certificates are the office's, given to electron-builder by its own variables. */
export function packageConfig({ unneeded }: MainPackages): Configuration {
  return {
    appId: 'cn.talent-counter.desk',
    productName: 'Talent Counter',
    executableName: 'talent-counter',
    directories: { output: 'release', buildResources: 'build' },
    files: [...ownFiles, ...notPackaged.map((pattern) => `!${pattern}`), ...unneeded.map((path) => `!${path}`)],
    asar: true,
    electronFuses: fuses,
    electronLanguages: ['zh-CN', 'en-US'],
    // Nothing of ours is compiled for a machine.
    npmRebuild: false,
    publish: null,
    icon: 'build/icon.png',
    toolsets: { appimage: '1.0.3' },
    win: { target: [{ target: 'nsis', arch: ['x64'] }] },
    nsis: { oneClick: false, perMachine: true, allowToChangeInstallationDirectory: true, deleteAppDataOnUninstall: false },
    mac: {
      target: [{ target: 'dmg', arch: ['x64', 'arm64'] }],
      category: 'public.app-category.business',
      hardenedRuntime: true,
      entitlements: 'build/entitlements.mac.plist',
      entitlementsInherit: 'build/entitlements.mac.plist',
    },
    linux: {
      target: [
        { target: 'deb', arch: ['x64', 'arm64'] },
        { target: 'AppImage', arch: ['x64', 'arm64'] },
      ],
      category: 'Office',
      maintainer: 'The Talent Counter founders',
      synopsis: 'An offline-first counter for a talent-service office',
      // electron-builder's own choice for an AppImage would be to start it without the browser's sandbox.
      executableArgs: [],
    },
  };
}
