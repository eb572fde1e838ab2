import { join } from 'node:path';
import { z } from 'zod';
import { readIfThere, writeDurably } from './durable-file.ts';
import { epochOf, openSealedFile, sealFile } from './sealed-bytes.ts';
import type { EpochKeys } from './sub-keys.ts';
import { VaultError } from './vault-error.ts';

/** A log's head as it was noted outside the journal: its sequence, and the chain hash there. */
export interface Mark {
  readonly seq: number;
  readonly chain: Uint8Array;
}
export type MarkedLog = 'own' | 'received';

export interface Marks {
  readonly own: Mark | undefined;
  readonly received: Mark | undefined;
  /** The file with the marks was gone or damaged: a person is told, and marks kept elsewhere have to do. */
  readonly lost: boolean;
}

const mark = z.looseObject({ seq: z.int().min(0), chain: z.hex().length(64) });
const markContent = z.looseObject({
  /** The vault file's generation: an older vault file that was brought back lies below it. */
  generation: z.int().min(0),
  own: mark.optional(),
  received: mark.optional(),
});
type MarkContent = z.infer<typeof markContent>;

/** Each write syncs twice, beside the journal's own syncs; a mark may lag behind by so much. */
const gapMs = 500;
const fileName = 'marks';
/** A data key is replaced a few times a year: an epoch further ahead than this is a damaged number. */
const epochsAhead = 200;

/** The high-water marks, sealed, in the vault's folder. Written at most once in `gapMs`. */
export class MarkFile {
  readonly #dir: string;
  readonly #keys: EpochKeys;
  readonly lost: boolean;
  /** Under a data key that the vault doesn't know yet: an older vault file was brought back. */
  isNewer = false;
  #content: MarkContent;
  #dirty = false;
  #writing: Promise<void> | undefined;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  private constructor(dir: string, keys: EpochKeys, content: MarkContent | undefined) {
    this.#dir = dir;
    this.#keys = keys;
    this.lost = content === undefined;
    this.#content = content ?? { generation: 0 };
  }

  /** A new vault's: nothing is noted yet. */
  static async begin(dir: string, keys: EpochKeys): Promise<void> {
    await new MarkFile(dir, keys, { generation: 0 }).#write();
  }

  static async read(dir: string, keys: EpochKeys): Promise<MarkFile> {
    const bytes = await readIfThere(join(dir, fileName));
    const epoch = bytes && epochOf(bytes);
    const isNewer = epoch !== undefined && epoch > keys.epoch && epoch <= keys.epoch + epochsAhead;
    const marks = new MarkFile(dir, keys, bytes && open(bytes, keys));
    marks.isNewer = isNewer;
    return marks;
  }

  get marks(): Marks {
    const { own, received } = this.#content;
    return { own: own && toMark(own), received: received && toMark(received), lost: this.lost };
  }

  get generation(): number {
    return this.#content.generation;
  }

  /** Heads only grow; a lower one is one that came late. */
  note(log: MarkedLog, { seq, chain }: Mark): void {
    if (seq <= (this.#content[log]?.seq ?? -1)) return;
    this.#change({ [log]: mark.parse({ seq, chain: Buffer.from(chain).toString('hex') }) });
  }

  noteGeneration(generation: number): void {
    if (generation > this.#content.generation) this.#change({ generation });
  }

  /** Writes what was noted; what comes meanwhile is written as well. Throws the refusal `disk-full`. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    while (this.#dirty || this.#writing) {
      this.#writing ??= this.#write().finally(() => {
        this.#writing = undefined;
      });
      await this.#writing;
    }
  }

  /** As `save`, whether something was noted or not: under the newest key from then on. */
  async rewrite(): Promise<void> {
    this.#dirty = true;
    await this.save();
  }

  /** As `save`, and whether that went well or not, nothing is written any more. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.save();
  }

  #change(change: Partial<MarkContent>): void {
    this.#content = { ...this.#content, ...change };
    this.#dirty = true;
    this.#saveLater();
  }

  /** What can't be written stays noted and is tried again and again; who wants to know asks `save`. */
  #saveLater(): void {
    if (!this.#closed) this.#timer ??= setTimeout(() => void this.save().catch(() => undefined), gapMs).unref();
  }

  async #write(): Promise<void> {
    this.#dirty = false;
    const plain = Buffer.from(JSON.stringify(this.#content));
    try {
      await writeDurably(join(this.#dir, fileName), sealFile(plain, { kind: 'marks', fileName }, this.#keys));
    } catch (error) {
      this.#dirty = true;
      this.#saveLater();
      throw error;
    }
  }
}

function open(bytes: Uint8Array, keys: EpochKeys): MarkContent | undefined {
  try {
    const plain = openSealedFile(bytes, { kind: 'marks', fileName }, keys);
    return markContent.parse(JSON.parse(plain.toString('utf8')));
  } catch (error) {
    if (error instanceof VaultError) return undefined;
    throw error;
  }
}

function toMark({ seq, chain }: z.infer<typeof mark>): Mark {
  return { seq, chain: new Uint8Array(Buffer.from(chain, 'hex')) };
}
