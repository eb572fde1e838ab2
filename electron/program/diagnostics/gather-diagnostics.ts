import { readFile, statfs } from 'node:fs/promises';
import { arch, availableParallelism, freemem, platform, release, totalmem } from 'node:os';
import { join } from 'node:path';
import type { DiagnosticsPart } from '../../../shared/contract/diagnostics-calls.ts';
import { verifyJournal } from '../../journal/verify-journal.ts';
import { errorPlace } from '../error-place.ts';
import { logFolder, logNamesIn } from '../log-file.ts';
import type { CounterFacts } from './counter-facts.ts';
import { folderSizes } from './folder-sizes.ts';
import { readMe } from './read-me.ts';

export interface DiagnosticsFile {
  readonly name: string;
  readonly part: DiagnosticsPart;
  readonly bytes: Uint8Array;
}

export interface DiagnosticsSource {
  /** The data folder of a start, `counter/` or `trial/`. */
  readonly userData: string;
  readonly resources: string;
  /** What the program runs on; undefined where it doesn't run. */
  readonly host: string | undefined;
  readonly now: Date;
  /** Undefined where nobody has signed in: all of it is sealed then. */
  readonly counter: CounterFacts | undefined;
  /** The session's phase and, where a start was stopped, why. */
  readonly session?: unknown;
}

/** Everything of the bundle, in memory. Writes nothing and opens nothing that is sealed; a part that can't be read says so itself. */
export async function gatherDiagnostics(source: DiagnosticsSource): Promise<DiagnosticsFile[]> {
  const { counter, session } = source;
  return [
    { name: 'README.txt', part: 'read-me', bytes: Buffer.from(readMe) },
    json('program', await aboutProgram(source)),
    json('files', await aboutFiles(source)),
    json('journal', await aboutJournal(source)),
    json('settings', { session: session ?? null, counter: counter?.settings ?? null }),
    json('printing', counter?.printing ?? null),
    ...(await logs(source)),
  ];
}

function json(part: Exclude<DiagnosticsPart, 'log' | 'read-me'>, facts: unknown): DiagnosticsFile {
  return { name: `${part}.json`, part, bytes: Buffer.from(`${JSON.stringify(facts, null, 2)}\n`) };
}

async function aboutProgram({ resources, host, now }: DiagnosticsSource) {
  const { version } = await orPlace(async () => JSON.parse(await readFile(join(resources, '..', 'package.json'), 'utf8')));
  const { node, electron, chrome, v8, openssl } = process.versions as Record<string, string>;
  return {
    gathered: now.toISOString(),
    version,
    host: host ?? 'not running',
    versions: { node, electron, chrome, v8, openssl },
    system: { platform: platform(), release: release(), arch: arch(), processors: availableParallelism() },
    memory: { totalBytes: totalmem(), freeBytes: freemem(), ownBytes: process.memoryUsage().rss },
    runningSeconds: Math.round(process.uptime()),
    locale: Intl.DateTimeFormat().resolvedOptions().locale,
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  };
}

async function aboutFiles({ userData }: DiagnosticsSource) {
  const disk = await orPlace(async () => {
    const { bsize, blocks, bavail } = await statfs(userData);
    return { totalBytes: bsize * blocks, freeBytes: bsize * bavail };
  });
  return { disk, folders: await folderSizes(userData) };
}

/** Without keys: checksums, sequence and chain are checked, seals are not. What is being written just now may look like a torn tail. */
function aboutJournal({ userData }: DiagnosticsSource) {
  return orPlace(async () => {
    const { headChain, ...verdict } = await verifyJournal({ dir: join(userData, 'journal'), log: 'own' });
    return { ...verdict, headChain: Buffer.from(headChain).toString('hex') };
  });
}

async function logs({ userData }: DiagnosticsSource): Promise<DiagnosticsFile[]> {
  const folder = join(userData, logFolder);
  const files: DiagnosticsFile[] = [];
  for (const name of logNamesIn(folder)) {
    const bytes = await readFile(join(folder, name)).catch(() => undefined);
    if (bytes) files.push({ name: `logs/${name}`, part: 'log', bytes });
  }
  return files;
}

async function orPlace<T>(ask: () => Promise<T>): Promise<T | { version?: undefined; error: unknown }> {
  try {
    return await ask();
  } catch (error) {
    return { error: errorPlace(error) };
  }
}
