/**
 * The program as it is, with one thing more: a debugging port on loopback, through which Playwright attaches to the desk. Prints one
 * line of JSON when the desk is open. `node tests/e2e/run-program.ts --data DIR --papers DIR`; ends with its standard input.
 * `--camera FILE`: a film (.mjpeg) that the computer's camera shows.
 * `--cheap-pins`: PINs are stretched a little only, since tests sign in all the time.
 */
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { startChromiumHost } from '../../electron/host/chromium/chromium-host.ts';
import { placeRestored } from '../../electron/program/backup/placed-restore.ts';
import { logFolder } from '../../electron/program/log-file.ts';
import { startProgram } from '../../electron/program/program.ts';
import { keptLog } from '../../electron/program/program-log.ts';
import { programPaths } from '../../electron/program/program-paths.ts';

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    papers: { type: 'string' },
    headed: { type: 'boolean', default: false },
    'cheap-pins': { type: 'boolean', default: false },
    camera: { type: 'string' },
  },
});
if (values.data !== undefined) placeRestored(values.data, new Date());
const paths = programPaths(join(import.meta.dirname, '..', '..'), { data: values.data, papers: values.papers });
const log = keptLog(join(paths.userData, logFolder), (line) => process.stderr.write(`${line}\n`));
process.on('exit', () => log.close());
const host = await startChromiumHost({
  ...paths,
  headless: !values.headed,
  log: log.line,
  debugPort: 0,
  ...(values.camera !== undefined && { fakeCamera: values.camera }),
});
const program = await startProgram({ host, log, ...(values['cheap-pins'] && { scrypt: { N: 2 ** 12, r: 8, p: 1 } }) });
host.onQuit(() => void program.close());
await program.openDesk();
process.stdin.resume().on('end', () => void program.close());
process.stdout.write(`${JSON.stringify({ endpoint: host.debugEndpoint, pid: process.pid, host: host.description })}\n`);
