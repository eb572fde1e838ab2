/** `npm run package`: installers of this system's kind into release/, each checked for its fuses and its contents. */
import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'electron-builder';
import { findElectron } from '../electron/host/choose-host.ts';
import { findWrongContents, listAsar } from './asar-contents.ts';
import { ensureBuilt } from './ensure-built.ts';
import { findWrongFuses } from './fuses.ts';
import { listMainPackages, type MainPackages } from './main-packages.ts';
import { packageConfig } from './package-config.ts';
import { electronPackage, root } from './this-machine.ts';

/** Where electron-builder leaves an unpacked program: its archive, and the file that bears the fuses. */
const unpacked: Partial<Record<NodeJS.Platform, { asar: string; program: string }>> = {
  linux: { asar: 'linux*-unpacked/resources/app.asar', program: 'talent-counter' },
  win32: { asar: 'win*-unpacked/resources/app.asar', program: 'Talent Counter.exe' },
  darwin: {
    asar: 'mac*/*.app/Contents/Resources/app.asar',
    program: 'Frameworks/Electron Framework.framework/Electron Framework',
  },
};

async function makePackages(): Promise<void> {
  if (findElectron(electronPackage) === undefined)
    throw new Error(
      "Electron's binary is not installed here, and without it there is nothing to package: npx install-electron gets it.",
    );
  ensureBuilt(root, console.log);
  const packages = listMainPackages(root);
  const installers = await build({ projectDir: root, config: packageConfig(packages), publish: 'never' });
  checkPackages(packages);
  console.log(`${installers.length} files in release/, their fuses and contents as they must be.`);
}

function checkPackages({ needed }: MainPackages): void {
  const place = unpacked[process.platform];
  const archives = place === undefined ? [] : globSync(place.asar, { cwd: join(root, 'release') });
  if (place === undefined || archives.length === 0) throw new Error('There is no unpacked program to check in release/.');
  for (const archive of archives) {
    const asar = join(root, 'release', archive);
    const wrong = [
      ...findWrongFuses(readFileSync(join(asar, '..', '..', place.program))).map((fault) => `fuses: ${fault}`),
      ...findWrongContents(listAsar(readFileSync(asar)), needed),
    ];
    if (wrong.length > 0) throw new Error(`${archive} is not fit to be handed out:\n${wrong.join('\n')}`);
  }
}

try {
  await makePackages();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
