import { type EpochKeys, ownKeyOf, type SubKeyName, subKeyOf } from './sub-keys.ts';
import type { VaultBody } from './vault-file.ts';

/** The data keys of an open vault, one per epoch. */
export class HeldKeys {
  readonly #dataKeys = new Map<number, Uint8Array>();
  readonly forMarks: EpochKeys;

  constructor(body: VaultBody) {
    this.adopt(body);
    const newest = () => this.epoch;
    this.forMarks = {
      get epoch() {
        return newest();
      },
      keyOf: (epoch) => this.#derived(epoch, (dataKey) => ownKeyOf(dataKey, 'marks')),
    };
  }

  /** After a change: a next epoch may have come, and older ones may have been let go. */
  adopt(body: VaultBody): void {
    const kept = new Set(body.dataKeys.map(({ epoch }) => epoch));
    for (const [epoch, key] of this.#dataKeys) {
      if (kept.has(epoch)) continue;
      key.fill(0);
      this.#dataKeys.delete(epoch);
    }
    for (const { epoch, key } of body.dataKeys) this.#dataKeys.set(epoch, key);
  }

  get epoch(): number {
    return Math.max(...this.#dataKeys.keys());
  }

  get epochs(): number[] {
    return [...this.#dataKeys.keys()].sort((a, b) => b - a);
  }

  subKey(name: SubKeyName, epoch: number): Uint8Array | undefined {
    return this.#derived(epoch, (dataKey) => subKeyOf(dataKey, name));
  }

  forget(): void {
    for (const key of this.#dataKeys.values()) key.fill(0);
    this.#dataKeys.clear();
  }

  #derived(epoch: number, derive: (dataKey: Uint8Array) => Uint8Array): Uint8Array | undefined {
    const dataKey = this.#dataKeys.get(epoch);
    return dataKey && derive(dataKey);
  }
}
