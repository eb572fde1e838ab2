import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type StartHostOptions, startHost } from '../../host/start-host.ts';
import { type ProgramLog, programLog } from '../program-log.ts';
import { programPaths } from '../program-paths.ts';
import { demoDay } from './demo-day.ts';
import { DemoError, sayTrouble } from './demo-error.ts';
import { prepareFolder } from './demo-folder.ts';
import { type DemoOptions, readDemoOptions } from './demo-options.ts';
import { paperFolder } from './demo-summary.ts';
import { showProgress } from './show-progress.ts';

/** From out/main/demo.js and from electron/program/demo/demo.ts alike. */
const root = import.meta.dirname.endsWith(join('out', 'main'))
  ? join(import.meta.dirname, '..', '..')
  : join(import.meta.dirname, '..', '..', '..');

const noDisplay = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];
const lastLines = 40;

async function main(): Promise<void> {
  // Electron ends with this code as soon as its host is closed: it is 0 only once the day has held.
  process.exitCode = 1;
  const options = readDemoOptions(process.argv.slice(2), join(root, 'resources'));
  prepareFolder(options.out);
  const paths = programPaths(root, { data: dataFolder(), papers: paperFolder(options.out) });
  const lines: string[] = [];
  const log = programLog((line) => lines.push(line));
  // Nothing is awaited before the host: Electron's rules must stand before it is ready.
  try {
    await liveThrough(options, log, { ...paths, headless: noDisplay, log: log.line });
  } catch (error) {
    // Only a bug is better understood by what the program said last.
    if (sayTrouble(error) === undefined) process.stderr.write(`${lines.slice(-lastLines).join('\n')}\n`);
    throw error;
  }
}

async function liveThrough(options: DemoOptions, log: ProgramLog, hostOptions: StartHostOptions): Promise<void> {
  const { out, talents } = options;
  const { stopped, stop } = untilStopped();
  const host = await startHost(hostOptions);
  host.onQuit(stop);
  try {
    process.stdout.write(`A day at the counter on ${host.description}: ${talents} talents\n`);
    const summary = await Promise.race([demoDay({ ...options, host, log, onProgress: showProgress }), stopped]);
    await writeFile(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    for (const problem of summary.problems) process.stdout.write(`Problem: ${problem}\n`);
    process.stdout.write(
      `${summary.talents} talents, ${summary.papers.length} papers, ${summary.problems.length} problems: ${out}\n`,
    );
    process.exitCode = summary.problems.length === 0 ? 0 : 1;
  } finally {
    await host.close();
  }
}

/** The data of a day that nobody needs afterwards, however it ends. */
function dataFolder(): string {
  const data = mkdtempSync(join(tmpdir(), 'talent-counter-demo-'));
  // Whoever the browser runs as must get through to its own folder in there.
  chmodSync(data, 0o711);
  process.on('exit', () => rmSync(data, { recursive: true, force: true, maxRetries: 3 }));
  return data;
}

/** Ctrl+C, a closed terminal, or a window that somebody closed. */
function untilStopped(): { stopped: Promise<never>; stop(): void } {
  const { promise: stopped, reject } = Promise.withResolvers<never>();
  stopped.catch(() => {});
  const stop = () => reject(new DemoError('The demo was stopped before its end, so there is no summary.'));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop);
  return { stopped, stop };
}

main().catch((error: unknown) => {
  // Sample people only: here even a bug may be shown as it is.
  const words = sayTrouble(error) ?? (error instanceof Error ? error.stack : String(error));
  process.stderr.write(`${words}\n`);
  // A stopped day may still be under way.
  process.exit(1);
});
