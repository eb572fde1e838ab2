import { cpSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import { systemClock } from '../../electron/program/counter-clock.ts';
import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import { type Computer, newComputer, type Running, signIn, start } from '../integration/program-kit.ts';
import { seededRandom } from '../torture/seeded-random.ts';
import { type Damage, damageOne } from './damage-files.ts';
import { type FilledCounter, refusalIn, tellAll } from './filled-counter.ts';

/**
 * `mended`: all is there, and a word says what happened; `named`: the start stops, or what is damaged is refused or told, with words;
 * `untouched`: all is there, and nothing that counts was hurt; `silent`: anything else, which must not be.
 */
export type Verdict = 'mended' | 'named' | 'untouched' | 'silent';

export interface Judged {
  readonly damage: Damage;
  readonly verdict: Verdict;
  readonly why: string;
}

const longestMs = 60_000;

/** One seeded case: a copy of the counter, one damage, the real program started on it, and a look at everything. */
export async function judgeCase(filled: FilledCounter, seed: number): Promise<Judged> {
  const computer = newComputer();
  cpSync(filled.computer.dir, computer.dir, { recursive: true });
  const damage = damageOne({ folder: computer.paths.userData, older: filled.older, random: seededRandom(seed) });
  const word = await judge(computer, filled);
  if (word.verdict === 'silent') return { damage, ...word, why: `${word.why} (kept in ${computer.dir})` };
  computer.remove();
  return { damage, ...word };
}

type Word = Omit<Judged, 'damage'>;

async function judge(computer: Computer, filled: FilledCounter): Promise<Word> {
  const { promise: late, resolve } = Promise.withResolvers<Word>();
  const timer = setTimeout(() => resolve({ verdict: 'silent', why: `it hung for ${longestMs} ms` }), longestMs);
  let running: Running | undefined;
  const look = async (): Promise<Word> => {
    const clock = clockToWaitBy();
    running = await start(computer, { clock });
    return lookAt(running, { filled, wait: clock.wait });
  };
  try {
    return await Promise.race([look(), late]);
  } catch (error) {
    return { verdict: 'silent', why: `without words: ${String(error)} ${running?.lines.slice(-3).join(' | ') ?? ''}` };
  } finally {
    clearTimeout(timer);
    await running?.close().catch(() => undefined);
  }
}

/** A clock on which a wait costs nobody time. */
function clockToWaitBy() {
  const real = systemClock();
  let waitedMs = 0;
  const wait = (seconds: number) => {
    waitedMs += seconds * 1_000;
  };
  return { ...real, monotonicMs: () => real.monotonicMs() + waitedMs, wait };
}

interface Look {
  readonly filled: FilledCounter;
  wait(seconds: number): void;
}

async function lookAt({ desk, lines }: Running, { filled: { acknowledged }, wait }: Look): Promise<Word> {
  const first = await signedIn(desk);
  // The count of attempts was lost: it begins with a wait, and after that everything must be there.
  const waits = typeof first === 'string' && first.startsWith('refused too-many-attempts');
  if (waits) wait(15 * 60);
  const state = waits ? await signedIn(desk) : first;
  if (typeof state === 'string') return { verdict: 'named', why: state };
  const { stopped } = state;
  if (stopped) {
    const place = [stopped.log, stopped.frame, stopped.file].filter((each) => each !== undefined && each !== '');
    if (place.length === 0 && stopped.reason !== 'disk-full')
      return { verdict: 'silent', why: `${stopped.reason} without a place` };
    return { verdict: 'named', why: `stopped: ${stopped.reason} ${place.join(' ')}` };
  }
  if (state.phase !== 'signed-in') return { verdict: 'silent', why: `the phase is ${state.phase}` };
  const told = await tellAll(desk, acknowledged.people);
  const { notices } = await desk.counter.status();
  const missing = Object.keys(acknowledged.facts).filter((key) => !isDeepStrictEqual(told[key], acknowledged.facts[key]));
  const unsaid = missing.filter((key) => !isRefused(told[key]) && !notices.some((notice) => excuses[notice]?.test(key)));
  if (unsaid.length > 0) {
    const shown = unsaid.map((key) => `${key}: ${JSON.stringify(told[key])?.slice(0, 200)}`).join('; ');
    return { verdict: 'silent', why: `differs: ${shown}; notices ${notices.join()}; ${lines.slice(-3).join(' | ')}` };
  }
  if (missing.length > 0)
    return { verdict: 'named', why: `${missing.map((key) => key.split(' ')[0]).join()}; ${notices.join()}` };
  if (waits) return { verdict: 'mended', why: String(first) };
  return notices.length > 0 ? { verdict: 'mended', why: notices.join() } : { verdict: 'untouched', why: '' };
}

/** What a notice says may be missing or old; all else must be there. */
const excuses: Record<string, RegExp> = {
  'draft-changed': /^(drafts|form)$/,
  'files-changed': /^settings$/,
  'queue-changed': /^(jobs|waiting)$/,
  'queue-lost': /^(jobs|waiting)$/,
};

/** Signed in or stopped; a refusal with words in its place. */
async function signedIn(desk: DeskClient) {
  try {
    return await signIn(desk);
  } catch (error) {
    return refusalIn(error) ?? Promise.reject(error);
  }
}

function isRefused(told: unknown): boolean {
  return typeof told === 'string' && told.startsWith('refused ');
}
