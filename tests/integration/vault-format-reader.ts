import {
  createDecipheriv,
  createHash,
  createHmac,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  hkdfSync,
  scryptSync,
} from 'node:crypto';

/** A second reader of docs/vault-format.md, written from the document alone. It shares no code with electron/vault. */

const at = 'talent-counter/vault/1/';
const fromB64 = (text: unknown) => Buffer.from(String(text), 'base64url');
const derive = (key: Uint8Array, info: string, salt: Uint8Array = Buffer.alloc(0)) =>
  Buffer.from(hkdfSync('sha256', key, salt, info, 32));
const mac = (key: Uint8Array, bytes: Uint8Array | string) => createHmac('sha256', key).update(bytes).digest();
const sha256 = (...parts: (Uint8Array | string)[]) =>
  parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const u32 = (value: number) => Buffer.from([value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255]);

function unseal(key: Uint8Array, sealed: Uint8Array, aad: Uint8Array): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, 12));
  decipher.setAAD(aad);
  decipher.setAuthTag(sealed.subarray(-16));
  return Buffer.concat([decipher.update(sealed.subarray(12, -16)), decipher.final()]);
}

function unbox(privateKey: Uint8Array, box: Uint8Array, aad: Uint8Array): Buffer {
  const spki = (raw: Uint8Array) =>
    createPublicKey({ key: Buffer.concat([Buffer.from('302a300506032b656e032100', 'hex'), raw]), format: 'der', type: 'spki' });
  const own = createPrivateKey({
    key: Buffer.concat([Buffer.from('302e020100300506032b656e04220420', 'hex'), privateKey]),
    format: 'der',
    type: 'pkcs8',
  });
  const ownPublic = createPublicKey(own).export({ format: 'der', type: 'spki' }).subarray(-32);
  const shared = diffieHellman({ privateKey: own, publicKey: spki(box.subarray(0, 32)) });
  const key = derive(shared, `${at}data-key`, Buffer.concat([box.subarray(0, 32), ownPublic]));
  return unseal(key, box.subarray(32), aad);
}

interface Cost {
  readonly N: number;
  readonly r: number;
  readonly p: number;
}
const stretch = (text: string, salt: Uint8Array, { N, r, p }: Cost) =>
  scryptSync(text, salt, 32, { N, r, p, maxmem: 256 * N * r + 2 ** 20 });

interface ReadHead {
  readonly vaultId: string;
  readonly mode: string;
  readonly generation: number;
  readonly epoch: number;
  readonly factorCheck: string;
  readonly factors: { kind: string; sealed: string; salt?: string; cost?: Cost }[];
  readonly members: { tag: string; salt: string; cost: Cost; publicKey: string; privateKey: string; dataKey: string }[];
  readonly recovery: { publicKey: string; dataKey: string };
}

export interface ReadVault {
  readonly head: ReadHead;
  /** By PIN: S by passphrase, by the keyring's hand, or in plain. */
  byPin(who: {
    staffNumber: string;
    pin: string;
    passphrase?: string;
    unwrap?: (wrapped: Uint8Array) => Uint8Array;
  }): OpenedVault;
  byRecoveryKey(printed: string): OpenedVault;
}

export interface OpenedVault {
  readonly body: { dataKeys: { epoch: number; key: string }[]; members: { tag: string; staffId: string; staffNumber: string }[] };
  readonly secret: Buffer | undefined;
  subKey(name: string, epoch: number): Buffer;
}

export function readVault(file: Buffer): ReadVault {
  if (!sha256(file.subarray(0, -32)).equals(file.subarray(-32))) throw new Error('checksum');
  if (file.toString('latin1', 0, 6) !== 'TCVT\x01\x01') throw new Error('not version 1, suite 1');
  const bodyAt = 10 + file.readUInt32BE(6);
  const head: ReadHead = JSON.parse(file.toString('utf8', 10, bodyAt));
  const id = fromB64(head.vaultId);
  const open = (dataKey: Buffer, secret?: Buffer): OpenedVault => {
    const body = JSON.parse(
      unseal(derive(dataKey, `${at}body`), file.subarray(bodyAt, -32), file.subarray(0, bodyAt)).toString(),
    );
    const dataKeyOf = (epoch: number) => fromB64(body.dataKeys.find((each: { epoch: number }) => each.epoch === epoch).key);
    const subKey = (name: string, epoch: number) =>
      derive(dataKeyOf(epoch), name === 'marks' ? `${at}marks` : `talent-counter/sub-key/1/${name}`);
    return { body, secret, subKey };
  };
  return {
    head,
    byPin: ({ staffNumber, pin, ...ways }) => {
      const secret = secretOf(head, ways);
      const tag = mac(derive(secret, `${at}staff-number`), staffNumber).subarray(0, 16);
      const member = head.members.find((each) => fromB64(each.tag).equals(tag));
      if (!member) throw new Error('no such member');
      const pinKey = derive(Buffer.concat([stretch(pin, fromB64(member.salt), member.cost), secret]), `${at}member`);
      const privateKey = unseal(pinKey, fromB64(member.privateKey), Buffer.concat([id, tag]));
      return open(unbox(privateKey, fromB64(member.dataKey), Buffer.concat([id, u32(head.epoch), tag])), secret);
    },
    byRecoveryKey: (printed) => {
      const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
      let value = 0n;
      for (const letter of printed.replaceAll('-', '')) value = value * 32n + BigInt(letters.indexOf(letter));
      const all = Buffer.from(value.toString(16).padStart(40, '0'), 'hex');
      const seed = all.subarray(0, 16);
      if (!sha256(`${at}recovery-check`, seed).subarray(0, 4).equals(all.subarray(16))) throw new Error('check part');
      const aad = Buffer.concat([id, u32(head.epoch), Buffer.from('recovery')]);
      return open(unbox(derive(seed, `${at}recovery`), fromB64(head.recovery.dataKey), aad));
    },
  };
}

function secretOf(head: ReadHead, ways: { passphrase?: string; unwrap?: (wrapped: Uint8Array) => Uint8Array }): Buffer {
  const find = (kind: string) => head.factors.find((factor) => factor.kind === kind);
  const [plain, ring, words] = [find('plain'), find('keyring'), find('passphrase')];
  let secret: Buffer | undefined;
  if (plain) secret = fromB64(plain.sealed);
  else if (ring && ways.unwrap) secret = Buffer.from(ways.unwrap(fromB64(ring.sealed)));
  else if (words?.cost && ways.passphrase !== undefined) {
    const key = derive(stretch(ways.passphrase, fromB64(words.salt), words.cost), `${at}passphrase`);
    secret = unseal(key, fromB64(words.sealed), fromB64(head.vaultId));
  }
  if (!secret || !mac(secret, `${at}factor-check`).subarray(0, 16).equals(fromB64(head.factorCheck)))
    throw new Error('second factor');
  return secret;
}

/** The text of a sealed file under a key that is already the file's own. */
export function readSealed(magic: string, { bytes, name, key }: { bytes: Buffer; name: string; key: Uint8Array }): Buffer {
  if (bytes.toString('latin1', 0, 6) !== `${magic}\x01\x01`) throw new Error('not version 1, suite 1, of this kind');
  return unseal(key, bytes.subarray(10), Buffer.concat([bytes.subarray(0, 10), Buffer.from(name)]));
}

/** Key and name on the disk of a small file or an attachment. */
export function sealedPlace(
  room: 'files' | 'attachments',
  subKey: Uint8Array,
  name: Uint8Array | string,
): { key: Buffer; name: string } {
  const named = mac(derive(subKey, `talent-counter/${room}/1/name`), name).toString('hex');
  return { key: derive(subKey, `talent-counter/${room}/1/seal`), name: `${named}.sealed` };
}

export const attemptsKey = (secret: Uint8Array): Buffer => derive(secret, `${at}attempts`);
