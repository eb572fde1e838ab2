import { randomInt } from 'node:crypto';
import { existsSync } from 'node:fs';
import { readdir, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { LiveSheet } from '../../shared/contract/going-live-calls.ts';
import { numberSeries } from '../../shared/domain/counter/counter.ts';
import { type GoingLiveForm, type LiveCounter, readGoingLive } from '../../shared/domain/counter/going-live.ts';
import type { StaffId } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { GoingLiveKeeper, SheetCheck } from '../desk/going-live.ts';
import type { Host } from '../host/host.ts';
import { placeFolder } from '../vault/durable-file.ts';
import { newPassphrase } from '../vault/passphrase.ts';
import { openSealedFiles } from '../vault/sealed-file.ts';
import { createVault, type Vault, type VaultOptions } from '../vault/vault.ts';
import type { CounterClock } from './counter-clock.ts';
import { keysFor } from './counter-rooms.ts';
import { type LivePlan, writePlan } from './live-enrolment.ts';
import { checkNewPin, checkNoSample } from './new-pin.ts';
import { liveFolder } from './program-paths.ts';
import type { Trial } from './trial.ts';
import { vaultRefusal } from './vault-refusal.ts';

/** Who may go live when: the session knows. */
export interface EnrollingSession {
  /** Closes 试用 and waits to be enrolled. Refuses `already-enrolled` at a live counter. */
  leaveTrial(): Promise<void>;
  /** Runs the step while the program waits to be enrolled; refuses `already-enrolled` otherwise. */
  whileEnrolling<T>(step: () => Promise<T>): Promise<T>;
  /** The same, also while the counter's start is stopped by damage that a backup mends. */
  whileRestorable<T>(step: () => Promise<T>): Promise<T>;
  /** From the live counter's being in its place to the end of this program: nothing is enrolled, and nobody signs in. */
  awaitLiveStart(): void;
}

export interface GoingLiveOptions {
  readonly session: EnrollingSession;
  readonly host: Host;
  readonly clock: CounterClock;
  readonly trial: Trial;
  readonly scrypt?: VaultOptions['scrypt'];
  newId(): string;
  /** The live counter is in its place: the program ends, and starts anew as that one. */
  onLive(): void;
}

/**
 * 正式启用. The live counter's folder is built beside its place, with a vault and, sealed in it, what is to be enrolled; it is put in its
 * place, by one rename, only when the office has written its keys down. What was built before that is of no use to anybody, and is
 * cleared away by the next attempt. The entries are made by the first sign-in (live-enrolment.ts).
 */
export class GoingLive implements GoingLiveKeeper {
  readonly #options: GoingLiveOptions;
  #sheet: LiveSheet | undefined;

  constructor(options: GoingLiveOptions) {
    this.#options = options;
  }

  begin(): Promise<void> {
    return this.#options.session.leaveTrial();
  }

  prepare(form: GoingLiveForm): Promise<LiveSheet> {
    return this.#options.session.whileEnrolling(async () => {
      this.#sheet = undefined;
      await this.#needPlace();
      const { counter, pin } = this.#read(form);
      await rm(this.#building, { recursive: true, force: true });
      this.#sheet = await this.#build(counter, pin);
      return this.#sheet;
    });
  }

  confirm(check: SheetCheck): Promise<void> {
    return this.#options.session.whileEnrolling(async () => {
      checkSheet(this.#sheet, check);
      await this.#needPlace();
      await placeFolder(this.#building, this.#live);
      this.#sheet = undefined;
      this.#options.session.awaitLiveStart();
      this.#options.onLive();
    });
  }

  get #live(): string {
    return liveFolder(dirname(this.#options.host.paths.userData));
  }

  get #building(): string {
    return `${this.#live}.new`;
  }

  /** Nothing is ever made over a counter, or over what is left of one. */
  async #needPlace(): Promise<void> {
    if (existsSync(join(this.#live, 'vault'))) refuse('already-enrolled', {});
    if (existsSync(this.#live) && (await readdir(this.#live)).length > 0) refuse('counter-folder-taken', {});
  }

  #read(form: GoingLiveForm): { counter: LiveCounter; pin: string } {
    const read = readGoingLive(form);
    if (!read.ok) refuse('field-refused', { fields: read.fields });
    const { trial } = this.#options;
    const { number, name } = read.counter.administrator;
    checkNoSample({ number, name, path: 'staffName' }, trial);
    checkNewPin({ number, pin: form.pin, path: 'pin' }, { mode: 'office', trial });
    return { counter: read.counter, pin: form.pin };
  }

  async #build(counter: LiveCounter, pin: string): Promise<LiveSheet> {
    const { host, clock, scrypt } = this.#options;
    const plan = this.#planFor(counter);
    const { id, number } = plan.administrator;
    const passphrase = host.secrets ? undefined : newPassphrase();
    const options = { dir: join(this.#building, 'vault'), clock, secrets: host.secrets, ...(scrypt && { scrypt }) };
    const members = [{ staffId: id, staffNumber: number, pin }];
    const made = await createVault(options, { mode: 'office', members, ...(passphrase && { passphrase }) }).catch(
      (error: unknown) => {
        throw vaultRefusal(error) ?? error;
      },
    );
    try {
      await this.#seal(made.vault, plan);
    } finally {
      await made.vault.close();
    }
    return { ...(passphrase && { passphrase }), recoveryKey: made.recoveryKey, ask: whatToAsk(passphrase, made.recoveryKey) };
  }

  async #seal(vault: Vault, plan: LivePlan): Promise<void> {
    const files = await openSealedFiles({ dir: join(this.#building, 'files'), register: true, ...keysFor(vault, 'files') });
    try {
      await writePlan(files, plan);
    } finally {
      await files.close();
    }
  }

  #planFor({ office, counterCode, administrator, ranges }: LiveCounter): LivePlan {
    const { clock, newId } = this.#options;
    const year = Number(clock.today().slice(0, 4));
    return {
      counter: { deviceId: newId(), code: counterCode, trial: false, office },
      administrator: { id: newId() as StaffId, ...administrator, role: 'administrator' },
      blocks: numberSeries.options.map((series) => ({ id: newId(), series, year, ...ranges[series], trial: false })),
    };
  }
}

const partsOf = (text: string | undefined, apart: string) => (text === undefined ? [] : text.split(apart));

/** Two words and a group that nobody can tell beforehand. */
function whatToAsk(passphrase: string | undefined, recoveryKey: string): LiveSheet['ask'] {
  const words = partsOf(passphrase, ' ').length;
  const group = 1 + randomInt(partsOf(recoveryKey, '-').length);
  if (words === 0) return { words: [], group };
  const first = randomInt(words);
  const second = (first + 1 + randomInt(words - 1)) % words;
  return { words: [first + 1, second + 1].sort((a, b) => a - b), group };
}

/** Refuses `field-refused` for each word and for the group that was not typed as it was shown. */
function checkSheet(sheet: LiveSheet | undefined, { words = [], group }: SheetCheck): void {
  const code = 'not-as-shown';
  if (!sheet) refuse('field-refused', { fields: [{ path: 'group', code }] });
  const { ask, passphrase, recoveryKey } = sheet;
  const wanted = partsOf(passphrase, ' ');
  const wrong = ask.words
    .map((word, at) => ({ path: `words.${at}`, fits: plainly(words[at] ?? '').toLowerCase() === wanted[word - 1] }))
    .concat({ path: 'group', fits: typedGroup(group) === partsOf(recoveryKey, '-')[ask.group - 1] })
    .filter(({ fits }) => !fits);
  if (wrong.length > 0) refuse('field-refused', { fields: wrong.map(({ path }) => ({ path, code })) });
}

const plainly = (text: string) => text.normalize('NFKC').replace(/\s/g, '');

/** As the recovery key itself is read: O for 0, I and L for 1. */
const typedGroup = (text: string) => plainly(text).toUpperCase().replace(/O/g, '0').replace(/[IL]/g, '1');
