import type { PlainDate } from '../../shared/domain/plain-date.ts';
import type { PolicyPack } from '../../shared/domain/policy/pack.ts';
import { type PackFault, readPack } from './read-pack.ts';

/** Sealed files, as the vault keeps them. */
export interface PackFiles {
  read(name: string): Promise<Uint8Array | undefined>;
  write(name: string, bytes: Uint8Array): Promise<void>;
  list(prefix: string): Promise<string[]>;
}

export interface PolicyPacksOptions {
  readonly files: PackFiles;
  /** The pack that this program or office brings: its file's name and text. */
  readonly candidate: { file: string; text: string };
  sha256(text: string): string;
  /** Journals a pack's adoption. */
  onAdopted(pack: string, sha256: string): Promise<void>;
  today(): PlainDate;
}

export interface RefusedPack {
  readonly file: string;
  readonly faults: PackFault[];
}

const prefix = 'policy/';

/** Every pack that this counter ever adopted: a case keeps the one it began under for as long as it lives. */
export class PolicyPacks {
  readonly #packs = new Map<string, PolicyPack>();
  readonly #today: () => PlainDate;
  #refused: RefusedPack | undefined;

  private constructor(today: () => PlainDate) {
    this.#today = today;
  }

  /** Reads what was adopted, and adopts the candidate if it is new and whole. One that is not stays out, and the last good one stays. */
  static async open({ files, candidate, sha256, onAdopted, today }: PolicyPacksOptions): Promise<PolicyPacks> {
    const packs = new PolicyPacks(today);
    const adopted = new Map<string, string>();
    for (const name of await files.list(prefix)) {
      const bytes = await files.read(name);
      const text = new TextDecoder().decode(bytes);
      const reading = readPack(text);
      if (!reading.ok) throw new Error(`the adopted pack ${name} can't be read by this version`);
      packs.#packs.set(referenceOf(reading.pack), reading.pack);
      adopted.set(referenceOf(reading.pack), sha256(text));
    }
    const reading = readPack(candidate.text);
    if (!reading.ok) {
      packs.#refused = { file: candidate.file, faults: reading.faults };
    } else {
      const reference = referenceOf(reading.pack);
      const hash = sha256(candidate.text);
      const known = adopted.get(reference);
      if (known === undefined) {
        await files.write(`${prefix}${reference}`, new TextEncoder().encode(candidate.text));
        packs.#packs.set(reference, reading.pack);
        await onAdopted(reference, hash);
      } else if (known !== hash) {
        // Cases were decided under the other text: a change needs a version of its own.
        packs.#refused = { file: candidate.file, faults: [{ line: 1, path: 'version', code: 'changed-without-version' }] };
      }
    }
    if (packs.#packs.size === 0) throw new Error(`no policy pack: ${JSON.stringify(packs.#refused?.faults ?? [])}`);
    return packs;
  }

  /** The pack in force today: of several, the one that began last, then the highest version; the newest where none is in force. */
  current(): PolicyPack {
    const today = this.#today();
    const all = [...this.#packs.values()].sort(newestFirst);
    const inForce = all.find(
      ({ effectiveFrom, effectiveTo }) => effectiveFrom <= today && (!effectiveTo || today <= effectiveTo),
    );
    const pack = inForce ?? all[0];
    if (!pack) throw new Error('no policy pack');
    return pack;
  }

  /** The pack of that reference, `id@version`. Throws where the counter never adopted it. */
  get(reference: string): PolicyPack {
    const pack = this.#packs.get(reference);
    if (!pack) throw new Error(`no policy pack ${reference}`);
    return pack;
  }

  has(reference: string): boolean {
    return this.#packs.has(reference);
  }

  refused(): RefusedPack | undefined {
    return this.#refused;
  }
}

export function referenceOf({ id, version }: Pick<PolicyPack, 'id' | 'version'>): string {
  return `${id}@${version}`;
}

function newestFirst(a: PolicyPack, b: PolicyPack): number {
  if (a.effectiveFrom !== b.effectiveFrom) return a.effectiveFrom < b.effectiveFrom ? 1 : -1;
  return b.version.localeCompare(a.version, 'en', { numeric: true });
}
