import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { isAlreadyRunning, startAgain, startHost } from './host/start-host.ts';
import { placeRestored } from './program/backup/placed-restore.ts';
import { logFolder } from './program/log-file.ts';
import { startProgram } from './program/program.ts';
import { keptLog } from './program/program-log.ts';
import { dataFolder, programPaths } from './program/program-paths.ts';

/** A packaged Electron is its own script; anything else is given one. */
const isOwnScript = process.versions['electron'] !== undefined && !('defaultApp' in process);
const { values: given } = parseArgs({
  args: process.argv.slice(isOwnScript ? 1 : 2),
  options: { data: { type: 'string' }, papers: { type: 'string' }, headless: { type: 'boolean', default: false } },
  // Electron and Chromium have switches of their own on the same line.
  strict: false,
});
const text = (value: unknown) => (typeof value === 'string' ? value : undefined);

/** From out/main/main.js and from electron/main.ts alike. */
const root = import.meta.dirname.endsWith(join('out', 'main'))
  ? join(import.meta.dirname, '..', '..')
  : join(import.meta.dirname, '..');
const place = { data: text(given['data']) ?? dataFolder(), papers: text(given['papers']) };
const placing = placeRestored(place.data, new Date());
const paths = programPaths(root, place);
const log = keptLog(join(paths.userData, logFolder), (line) => process.stderr.write(`${line}\n`));
process.on('exit', () => log.close());
if (placing !== undefined) log.incident(placing, 'putting the restored counter in its place');

// The process's door. A promise that nobody waited for (a junk frame from the records page, say) must not end the office's day; after an
// error that nobody caught, what is in memory can't be trusted, and the next start goes on from the journal. Neither is printed as it is.
process.on('unhandledRejection', (error) => log.incident(error, 'the process'));
process.on('uncaughtException', (error) => {
  log.incident(error, 'the process, which ends');
  process.exit(1);
});

async function main(): Promise<void> {
  const host = await startHost({ ...paths, headless: given['headless'] === true, log: log.line });
  process.stdout.write(`Talent Counter runs on ${host.description}.\n`);
  log.line(`The program runs on ${host.description}.`);
  const program = await startProgram({ host, log, onStartAgain: startAgain });
  host.onQuit(() => void program.close());
  host.onSuspend(() => void program.lock());
  await program.openDesk();
}

main().catch((error: unknown) => {
  const known = error instanceof Error && 'code' in error;
  if (isAlreadyRunning(error)) process.stdout.write(`${(error as Error).message}\n`);
  else {
    // What a host says of itself is for people; anything else is a bug, and may hold what nobody should read in a log.
    if (known) process.stderr.write(`${error.message}\n`);
    else log.incident(error, 'the start');
    process.exitCode = 1;
  }
  // Electron would go on without a window, and takes no exit code but a given one.
  process.exit(process.exitCode);
});
