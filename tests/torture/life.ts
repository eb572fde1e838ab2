import { type Computer, computerIn, newComputer } from '../integration/program-kit.ts';
import { newDiskImage } from './disk-image.ts';
import { type Aim, aims, cutPower, examine, type Findings, type Kill, killOnce, type Round } from './killed-counter.ts';
import { seededRandom } from './seeded-random.ts';

/** One computer's life: killed again and again, then looked through from its first person to its last paper. */
export interface Life {
  readonly count: number;
  readonly seed: number;
  readonly by: 'kill' | 'power';
}

/** Kills on one computer before it is looked through; its people are numbered up to 999. */
const killsPerComputer = 15;
/** A start takes about so long; a kill that strikes it comes somewhere in there. */
const startMs = 1_500;

/** Lives for so many kills; each has a seed of its own, by which it is lived again alone. */
export function livesFor({ count, seed, by }: Life): Life[] {
  return Array.from({ length: Math.ceil(count / killsPerComputer) }, (_, at) => ({
    count: Math.min(killsPerComputer, count - at * killsPerComputer),
    seed: seed + at,
    by,
  }));
}

export interface Lived extends Findings {
  readonly rounds: readonly Round[];
  /** Where what was left of it lies; undefined where nothing was lost or doubled. */
  readonly kept: string | undefined;
}

/** Lives it and looks through what is left. */
export async function liveOn(life: Life, onKill: () => void): Promise<Lived> {
  const random = seededRandom(life.seed);
  const computer = newComputer();
  const body: Body = {
    computer,
    kill: (round) => killOnce(computer, nextKill(round, random)),
    remove: async () => computer.remove(),
    keep: async () => computer.dir,
  };
  if (life.by === 'kill') return lived(body, { life, onKill });
  computer.remove();
  const disk = newDiskImage();
  const onDisk = computerIn(disk.dir);
  const kill = (round: number) => cutPower(disk, { round, ...atWork(random) });
  return lived({ computer: onDisk, kill, remove: () => disk.remove(), keep: () => disk.keep() }, { life, onKill });
}

/** Most strike work, as a counter does most of the day; every eighth on average strikes the start. */
function nextKill(round: number, random: () => number): Kill {
  const likely: Aim[] = ['main', 'main', 'main', 'tree', 'tree', 'page', 'page', 'start'];
  const aim = likely[Math.floor(random() * likely.length)] ?? aims[0];
  return { round, aim, ...atWork(random), ...(aim === 'start' && { afterMs: random() * startMs }) };
}

/** In the middle of any step of the first to third person at the desk. */
function atWork(random: () => number): { afterTold: number; afterMs: number } {
  return { afterTold: 1 + Math.floor(random() * 16), afterMs: random() * 60 };
}

interface Body {
  readonly computer: Computer;
  kill(round: number): Promise<Round>;
  /** Leaves what there is for whoever looks into it, and says where. */
  keep(): Promise<string>;
  remove(): Promise<void>;
}

async function lived({ computer, kill, keep, remove }: Body, { life, onKill }: { life: Life; onKill(): void }): Promise<Lived> {
  const rounds: Round[] = [];
  const found = await (async () => {
    for (let round = 0; round < life.count; round += 1) {
      rounds.push(await kill(round));
      onKill();
    }
    return examine(computer, rounds);
  })().catch((error: unknown) => ({ lost: [`a counter that starts: ${(error as Error).message}`], duplicated: [] }));
  const isWhole = found.lost.length + found.duplicated.length === 0;
  if (isWhole) await remove();
  return { rounds, ...found, kept: isWhole ? undefined : await keep() };
}
