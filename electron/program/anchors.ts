import { join } from 'node:path';
import { z } from 'zod';
import { chinaDateAt } from '../../shared/domain/plain-date.ts';
import { DeviceHeadKey } from '../credential/device-head-key.ts';
import type { DeskDecisions, DeskFiles } from '../desk/open-counter.ts';
import type { Host } from '../host/host.ts';
import { appendAnchor } from '../journal/anchor-file.ts';
import { type AnchorOccasion, readAnchorLine, type SignedAnchor, writeAnchorLine } from '../journal/anchor-line.ts';
import { headStatement } from '../journal/chain.ts';
import type { Journal } from '../journal/open-journal.ts';
import type { CounterClock } from './counter-clock.ts';
import type { ProgramLog } from './program-log.ts';

/** The key that signs, as an entry names it, and the newest anchor as it was written: sealed, so that anchors which were cut or deleted are told. */
const anchored = z.looseObject({ kid: z.string(), newest: z.string().optional() });
const fileName = 'anchored';

export interface Anchored {
  readonly kid: string;
  readonly newest: SignedAnchor | undefined;
}

/** What is known of the newest anchor; undefined where there is none yet, or the file is not whole (which the start tells). */
export async function readAnchored(files: Pick<DeskFiles, 'readIfWhole'>): Promise<Anchored | undefined> {
  const bytes = await files.readIfWhole(fileName);
  if (!bytes) return undefined;
  const { kid, newest } = anchored.parse(JSON.parse(new TextDecoder().decode(bytes)));
  const read = newest === undefined ? undefined : readAnchorLine(newest);
  return { kid, newest: read?.kind === 'sound' ? read.anchor : undefined };
}

async function writeAnchored(files: Pick<DeskFiles, 'write'>, { kid, newest }: Anchored): Promise<void> {
  const text = JSON.stringify({ kid, ...(newest && { newest: writeAnchorLine(newest) }) });
  await files.write(fileName, new TextEncoder().encode(text));
}

export interface AnchorsOptions {
  readonly host: Pick<Host, 'paths'>;
  readonly files: DeskFiles;
  readonly journal: Pick<Journal, 'headSeq' | 'headChain'>;
  readonly decisions: DeskDecisions;
  readonly clock: CounterClock;
  readonly log: ProgramLog;
}

export interface AnchorState {
  /** The newest head that was signed; 0 where there is none. */
  readonly seq: number;
  readonly at: string | undefined;
  readonly kid: string;
}

/** Signs heads of the own log by the device's key, and puts them beside the journal. */
export class Anchors {
  readonly #options: AnchorsOptions;
  readonly #key: DeviceHeadKey;
  #anchored: Anchored;
  #turn: Promise<unknown> = Promise.resolve();
  #day: string | undefined;

  private constructor(options: AnchorsOptions, key: DeviceHeadKey, known: Anchored) {
    this.#options = options;
    this.#key = key;
    this.#anchored = known;
  }

  /** Names the key in the journal where no entry has done so yet. `newestAt`: the newest entry's time before this start. */
  static async open(options: AnchorsOptions, newestAt: string | undefined): Promise<Anchors> {
    const { files, decisions } = options;
    const key = await DeviceHeadKey.open(files);
    const { kid } = key.publicJwk;
    const known = await readAnchored(files);
    if (known?.kid === kid) return new Anchors(options, key, known).#begun(newestAt);
    await decisions.record(null, ['counter'], async () => ({
      kind: 'head-key.made',
      command: {},
      facts: { key: key.publicJwk },
    }));
    const now = { newest: known?.newest, kid };
    await writeAnchored(files, now);
    return new Anchors(options, key, now).#begun(newestAt);
  }

  get state(): AnchorState {
    const { newest, kid } = this.#anchored;
    return { seq: newest?.seq ?? 0, at: newest?.at, kid };
  }

  /** Signs the newest acknowledged entry's head, durably; nothing happens where that head is signed already. */
  anchor(by: AnchorOccasion): Promise<AnchorState> {
    const turn = this.#turn.then(() => this.#anchor(by));
    this.#turn = turn.catch(() => undefined);
    return turn;
  }

  /** An entry was acknowledged: the first of a later day ends the day before. Doesn't wait. */
  noteEntry(wall: string): void {
    const day = chinaDateAt(Date.parse(wall));
    const before = this.#day;
    this.#day = day;
    if (before !== undefined && day > before) this.#dayEnded();
  }

  async idle(): Promise<void> {
    await this.#turn;
  }

  #begun(newestAt: string | undefined): this {
    const { clock } = this.#options;
    this.#day = clock.today();
    // The day before ended without a sign-out: a kill, a power cut, or a laptop that was only locked.
    if (newestAt !== undefined && chinaDateAt(Date.parse(newestAt)) < this.#day) this.#dayEnded();
    return this;
  }

  #dayEnded(): void {
    this.anchor('day-end').catch((error: unknown) => this.#options.log.incident(error, 'signing the head of a day'));
  }

  async #anchor(by: AnchorOccasion): Promise<AnchorState> {
    const { host, journal, files, clock } = this.#options;
    const key = this.#key;
    const head = { log: 'own' as const, seq: journal.headSeq, chain: journal.headChain };
    if (head.seq <= this.state.seq) return this.state;
    const { kid, x } = key.publicJwk;
    const newest = { ...head, at: clock.at().wall, by, kid, key: x, signature: key.sign(headStatement(head)) };
    await appendAnchor(join(host.paths.userData, 'journal'), newest);
    this.#anchored = { kid, newest };
    await writeAnchored(files, this.#anchored);
    return this.state;
  }
}
