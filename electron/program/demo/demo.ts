import { chmodSync, mkdtempSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startHost } from '../../host/start-host.ts';
import { programLog } from '../program-log.ts';
import { programPaths } from '../program-paths.ts';
import { demoDay } from './demo-day.ts';
import { type DemoOptions, readDemoOptions } from './demo-options.ts';
import { paperFolder, screenFolder } from './demo-summary.ts';
import { showProgress } from './show-progress.ts';

/** From out/main/demo.js and from electron/program/demo/demo.ts alike. */
const root = import.meta.dirname.endsWith(join('out', 'main'))
  ? join(import.meta.dirname, '..', '..')
  : join(import.meta.dirname, '..', '..', '..');

const noDisplay = process.platform === 'linux' && !process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY'];

async function main(): Promise<void> {
  const options = readDemoOptions(process.argv.slice(2), join(root, 'resources'));
  const { out } = options;
  // Nothing is awaited before the host: Electron's rules must stand before it is ready.
  const data = mkdtempSync(join(tmpdir(), 'talent-counter-demo-'));
  // Whoever the browser runs as must get through to its own folder in there.
  chmodSync(data, 0o711);
  const paths = programPaths(root, { data, papers: paperFolder(out) });
  const lines: string[] = [];
  const log = programLog((line) => lines.push(line));
  const host = await startHost({ ...paths, headless: noDisplay, log: log.line });
  try {
    await prepare(options);
    process.stdout.write(`A day at the counter on ${host.description}: ${options.talents} talents\n`);
    const summary = await demoDay({ ...options, host, log, onProgress: showProgress });
    await writeFile(join(out, 'summary.json'), `${JSON.stringify(summary, null, 2)}\n`);
    for (const problem of summary.problems) process.stdout.write(`Problem: ${problem}\n`);
    process.stdout.write(
      `${summary.talents} talents, ${summary.papers.length} papers, ${summary.problems.length} problems: ${out}\n`,
    );
    process.exitCode = summary.problems.length === 0 ? 0 : 1;
  } catch (error) {
    process.stderr.write(`${lines.slice(-40).join('\n')}\n`);
    throw error;
  } finally {
    await host.close();
    await rm(data, { recursive: true, force: true });
  }
}

/** Only what the demo itself writes is made anew; whatever else lies in the folder is left alone. */
async function prepare({ out }: DemoOptions): Promise<void> {
  await rm(join(out, 'summary.json'), { force: true });
  for (const folder of [paperFolder(out), screenFolder(out)]) {
    await rm(folder, { recursive: true, force: true });
    await mkdir(folder, { recursive: true });
  }
}

main().catch((error: unknown) => {
  // Sample people only: here the message may be shown as it is.
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`);
  process.exitCode = 1;
});
