import { createHash } from 'node:crypto';
import { z } from 'zod';

/** A sealed file that is not as it was written last: it is gone, or other bytes lie there (damaged, or an older copy brought back). */
export interface ChangedFile {
  readonly name: string;
  readonly how: 'gone' | 'other';
}

/** What stands for "there is no such file". */
const none = 'none';
const content = z.object({
  schema: z.literal(1),
  files: z.record(z.string(), z.object({ name: z.string(), as: z.array(z.string()) })),
});
type Registered = z.infer<typeof content>['files'];

export interface RegisterOptions {
  /** The register's bytes as they were saved last; undefined where there are none, or where they can't be read. */
  readonly kept: Uint8Array | undefined;
  save(bytes: Uint8Array): Promise<void>;
}

/**
 * Which small files must be there, and as which bytes. Each seal vouches for its own file alone: without this list, a draft that was
 * deleted on the disk, or an older copy of it, would be taken for the truth in silence. What is about to be written is listed before it
 * is, beside what was there; so a kill in between leaves a file that is one of the two.
 */
export class FileRegister {
  readonly #save: RegisterOptions['save'];
  readonly #files: Map<string, { name: string; as: string[] }>;
  /** Where the list itself is lost, the folder is taken as it is. */
  readonly #isOld: boolean;
  #dirty = false;
  #running: Promise<void> = Promise.resolve();
  #waiting: Promise<void> | undefined;

  constructor({ kept, save }: RegisterOptions) {
    this.#save = save;
    this.#files = new Map(Object.entries(kept ? read(kept) : {}));
    this.#isOld = kept === undefined;
  }

  /** Compares the folder with the list, and takes it from now on as it is: what differs is told once. */
  compare(onDisk: ReadonlyMap<string, { bytes: Uint8Array; name: string | undefined }>): ChangedFile[] {
    const changed: ChangedFile[] = [];
    const isAsWritten = (fileName: string, as: readonly string[] = []) => {
      const found = onDisk.get(fileName);
      return as.includes(found ? digestOf(found.bytes) : none);
    };
    // Sealed anew under another file's name, and the one before went: killed then, the list still has both.
    const others = new Map([...onDisk].map(([fileName, { name }]) => [name, fileName]));
    const isAnew = (name: string) => {
      const fileName = others.get(name);
      return fileName !== undefined && isAsWritten(fileName, this.#files.get(fileName)?.as);
    };
    for (const [fileName, { name, as }] of this.#files) {
      const found = onDisk.has(fileName);
      if (!isAsWritten(fileName, as) && (found || !isAnew(name))) changed.push({ name, how: found ? 'other' : 'gone' });
      if (!found) this.#files.delete(fileName);
    }
    for (const [fileName, { bytes, name }] of onDisk) {
      // Removed once, and back again.
      if (!this.#isOld && !this.#files.has(fileName)) changed.push({ name: name ?? '', how: 'other' });
      this.#files.set(fileName, { name: name ?? this.#files.get(fileName)?.name ?? '', as: [digestOf(bytes)] });
    }
    return changed;
  }

  /** Resolves when the list has these bytes, beside those that lie there yet. */
  async willBe(fileName: string, name: string, bytes: Uint8Array | undefined): Promise<void> {
    const before = this.#files.get(fileName)?.as ?? [none];
    this.#files.set(fileName, { name, as: [...new Set([...before, bytes ? digestOf(bytes) : none])] });
    await this.save();
  }

  /** It lies there; saved with whatever is saved next. */
  is(fileName: string, bytes: Uint8Array | undefined): void {
    const known = this.#files.get(fileName);
    if (bytes && known) this.#files.set(fileName, { name: known.name, as: [digestOf(bytes)] });
    else this.#files.delete(fileName);
    this.#dirty = true;
  }

  /** Calls that wait together share one save. */
  save(): Promise<void> {
    this.#waiting ??= this.#running
      .catch(() => undefined)
      .then(() => {
        this.#waiting = undefined;
        this.#dirty = false;
        this.#running = this.#save(Buffer.from(JSON.stringify({ schema: 1, files: Object.fromEntries(this.#files) })));
        return this.#running;
      });
    return this.#waiting;
  }

  /** What can't be saved is told of at the next start as changed: a word too many, never one too few. */
  async close(): Promise<void> {
    await this.#running.catch(() => undefined);
    if (this.#dirty) await this.save().catch(() => undefined);
  }
}

function read(kept: Uint8Array): Registered {
  return content.parse(JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(kept))).files;
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('base64url').slice(0, 22);
}
