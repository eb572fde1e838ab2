import { randomBytes, timingSafeEqual } from 'node:crypto';
import { derive, keyBytes, mac, type ScryptCost, seal, stretch, unseal } from './suite.ts';
import { newTypedPassphrase, typedPassphrase } from './typed-secrets.ts';
import { VaultError } from './vault-error.ts';
import type { Factor, VaultHead, VaultMode } from './vault-file.ts';

export interface Keyring {
  wrap(secret: Uint8Array): Promise<Uint8Array>;
  unwrap(wrapped: Uint8Array): Promise<Uint8Array>;
}

/** What the second factor is to be made of. */
export interface NewFactors {
  readonly mode: VaultMode;
  readonly keyring: Keyring | undefined;
  readonly passphrase: string | undefined;
  readonly cost: ScryptCost;
  readonly vaultId: Uint8Array;
}

/** The second factor: 32 random bytes, without which a PIN opens nothing, not even the question whose it is. */
export type Secret = Uint8Array;

/** Makes a second factor and each way to it. Throws `second-factor-needed`, `keyring-unavailable`, or the refusal `field-refused`. */
export async function newSecondFactor(
  options: NewFactors,
): Promise<Pick<VaultHead, 'factors' | 'factorCheck'> & { secret: Secret }> {
  const secret = new Uint8Array(randomBytes(keyBytes));
  const factorCheck = checkOf(secret);
  if (options.mode === 'trial') return { secret, factorCheck, factors: [{ kind: 'plain', sealed: secret }] };
  const factors: Factor[] = [];
  if (options.keyring) factors.push(await byKeyring(options.keyring, secret));
  if (options.passphrase !== undefined) factors.push(await byPassphrase(options.passphrase, secret, options));
  if (factors.length === 0) throw new VaultError('second-factor-needed', 'No keyring here, and no office passphrase was given');
  return { secret, factorCheck, factors };
}

/** Whether only a typed passphrase leads to the second factor here. */
export function needsPassphrase({ factors }: VaultHead, keyring: Keyring | undefined): boolean {
  return !factors.some(({ kind }) => kind === 'plain' || (kind === 'keyring' && keyring));
}

/** Throws `second-factor-needed`, `second-factor-wrong` (another passphrase), or `keyring-unavailable`. */
export async function findSecret(
  head: VaultHead,
  from: { keyring: Keyring | undefined; passphrase?: string | undefined },
): Promise<Secret> {
  const byKind = (kind: string) => head.factors.find((factor) => factor.kind === kind);
  const [plain, ring, words] = [byKind('plain'), byKind('keyring'), byKind('passphrase')];
  let trouble: VaultError | undefined;
  if (plain) return plain.sealed;
  if (ring && from.keyring) {
    const secret = await from.keyring.unwrap(ring.sealed).catch((cause: unknown) => cause);
    if (secret instanceof Uint8Array && isSecretOf(head, secret)) return new Uint8Array(secret);
    const cause = secret instanceof Uint8Array ? undefined : secret;
    trouble = new VaultError('keyring-unavailable', 'The keyring does not give what it was given to keep', { cause });
  }
  if (!words || from.passphrase === undefined)
    throw trouble ?? new VaultError('second-factor-needed', words ? 'The office passphrase is needed' : 'The keyring is needed');
  const secret = await openByPassphrase(words, from.passphrase, head.vaultId);
  if (!secret) throw new VaultError('second-factor-wrong', 'Another passphrase than the office’s');
  return secret;
}

async function byKeyring(keyring: Keyring, secret: Secret): Promise<Factor> {
  try {
    const sealed = new Uint8Array(await keyring.wrap(secret));
    // Asked back at once: a keyring that forgets would lock the office out at the next start.
    if (!Buffer.from(await keyring.unwrap(sealed)).equals(secret)) throw new Error('The keyring gave other bytes back');
    return { kind: 'keyring', sealed };
  } catch (cause) {
    throw new VaultError('keyring-unavailable', 'The keyring does not keep a secret', { cause });
  }
}

async function byPassphrase(passphrase: string, secret: Secret, { cost, vaultId }: NewFactors): Promise<Factor> {
  const salt = new Uint8Array(randomBytes(keyBytes));
  const key = await passphraseKey(newTypedPassphrase(passphrase), salt, cost);
  return { kind: 'passphrase', sealed: new Uint8Array(seal(key, secret, vaultId)), salt, cost };
}

async function openByPassphrase(
  { sealed, salt, cost }: Factor,
  passphrase: string,
  vaultId: Uint8Array,
): Promise<Secret | undefined> {
  if (!salt || !cost) throw new VaultError('vault-damaged', 'The way in by passphrase lacks its salt');
  const secret = unseal(await passphraseKey(typedPassphrase(passphrase), salt, cost), sealed, vaultId);
  return secret && new Uint8Array(secret);
}

async function passphraseKey(typed: string, salt: Uint8Array, cost: ScryptCost): Promise<Uint8Array> {
  return derive(await stretch(typed, salt, cost), 'talent-counter/vault/1/passphrase');
}

function isSecretOf({ factorCheck }: VaultHead, secret: Secret): boolean {
  return secret.length === keyBytes && timingSafeEqual(checkOf(secret), factorCheck);
}

function checkOf(secret: Secret): Uint8Array {
  return new Uint8Array(mac(secret, 'talent-counter/vault/1/factor-check').subarray(0, 16));
}
