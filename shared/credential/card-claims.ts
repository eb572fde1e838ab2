import { Tagged } from 'cborg';
import { isPlainDate, type PlainDate } from '../domain/plain-date.ts';
import { decodeCbor, encodeCbor } from './cose-sign1.ts';

/** What a card's token says, and nothing else: no sex, birth date, ID number, phone, address or photo. */
export interface CardClaims {
  issuer: string;
  cardNumber: string;
  name: string;
  tier: string;
  /** Only from a 试用 counter. */
  trial?: boolean;
  issuedAtS: number;
  notBeforeS: number;
  /** From this second on the card is expired (RFC 8392, section 3.1.4). */
  expiresAtS: number;
  /** The token's own id, by which deny-lists name it. */
  cti: Uint8Array;
}

/** What a token said that was read: ours, or any other issuer's Claim 169. */
export interface ReadClaims {
  cardNumber: string;
  name: string;
  expiresAtS: number;
  trial: boolean;
  issuer?: string;
  tier?: string;
  issuedAtS?: number;
  notBeforeS?: number;
  cti?: Uint8Array;
  /** GB/T 2261.1, where another issuer's token gives one. */
  sex?: '1' | '2' | '9';
  birthDate?: PlainDate;
  /** Claims of the token and of its 169 map that this program doesn't know, as they were read. */
  others: { token: ReadonlyMap<unknown, unknown>; identity: ReadonlyMap<unknown, unknown> };
}

/** CWT claims (RFC 8392, section 4; IANA CWT claim 169); those below −65536 are for private use. */
const claim = { iss: 1, exp: 4, nbf: 5, iat: 6, cti: 7, identity: 169, tier: -65_537, trial: -65_538 } as const;
/** Keys of the Claim 169 map (MOSIP, "169 QR code specification"). */
const identityKey = { id: 1, fullName: 4, birthDate: 8, sex: 9 } as const;

const sexes: Readonly<Record<string, '1' | '2' | '9'>> = {
  '1': '1',
  '2': '2',
  '3': '9',
  male: '1',
  m: '1',
  男: '1',
  female: '2',
  f: '2',
  女: '2',
  other: '9',
  others: '9',
  o: '9',
  x: '9',
};

/** The claims as deterministic CBOR. Throws a RangeError for a time that is not in whole seconds. */
export function encodeClaims(claims: CardClaims): Uint8Array {
  for (const second of [claims.issuedAtS, claims.notBeforeS, claims.expiresAtS]) {
    if (!Number.isSafeInteger(second)) throw new RangeError(`not whole seconds: ${second}`);
  }
  const token = new Map<number, unknown>([
    [claim.iss, claims.issuer],
    [claim.exp, claims.expiresAtS],
    [claim.nbf, claims.notBeforeS],
    [claim.iat, claims.issuedAtS],
    [claim.cti, claims.cti],
    [
      claim.identity,
      new Map([
        [identityKey.id, claims.cardNumber],
        [identityKey.fullName, claims.name],
      ]),
    ],
    [claim.tier, claims.tier],
  ]);
  if (claims.trial) token.set(claim.trial, true);
  return encodeCbor(token);
}

/**
 * Reads claims tolerantly: sex as word or number, birth dates with dashes or without, a number for an id, times with fractions,
 * unknown claims kept. Undefined where it is no card: no Claim 169 with id and name, or no expiry. Throws for broken CBOR.
 */
export function readClaims(payload: Uint8Array): ReadClaims | undefined {
  const token = decodeCbor(payload);
  const identity: unknown = token instanceof Map ? token.get(claim.identity) : undefined;
  if (!(token instanceof Map && identity instanceof Map)) return undefined;
  const cardNumber = textOf(identity.get(identityKey.id));
  const name = textOf(identity.get(identityKey.fullName));
  const expiresAtS = secondsOf(token.get(claim.exp));
  if (!cardNumber || !name || expiresAtS === undefined) return undefined;
  return {
    cardNumber,
    name,
    expiresAtS,
    trial: token.get(claim.trial) === true,
    ...present({
      issuer: textOf(token.get(claim.iss)),
      tier: textOf(token.get(claim.tier)),
      issuedAtS: secondsOf(token.get(claim.iat)),
      notBeforeS: secondsOf(token.get(claim.nbf)),
      cti: bytesOf(token.get(claim.cti)),
      sex: sexOf(identity.get(identityKey.sex)),
      birthDate: dateOf(identity.get(identityKey.birthDate)),
    }),
    others: { token: without(token, Object.values(claim)), identity: without(identity, Object.values(identityKey)) },
  };
}

function textOf(value: unknown): string | undefined {
  if (typeof value === 'number' && Number.isSafeInteger(value)) return String(value);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** RFC 8392's NumericDate may have fractions; whole seconds are all that a card needs. */
function secondsOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isSafeInteger(Math.floor(value)) ? Math.floor(value) : undefined;
}

function bytesOf(value: unknown): Uint8Array | undefined {
  return value instanceof Uint8Array ? value : undefined;
}

function sexOf(value: unknown): '1' | '2' | '9' | undefined {
  return sexes[textOf(value)?.trim().toLowerCase() ?? ''];
}

function dateOf(value: unknown): PlainDate | undefined {
  const text = textOf(value instanceof Tagged ? value.value : value)?.replace(/^(\d{4})[-/]?(\d{2})[-/]?(\d{2})$/, '$1-$2-$3');
  return text && isPlainDate(text) ? (text as PlainDate) : undefined;
}

function without(map: ReadonlyMap<unknown, unknown>, known: readonly unknown[]): ReadonlyMap<unknown, unknown> {
  return new Map([...map].filter(([key]) => !known.includes(key)));
}

type Present<T> = { [K in keyof T]?: Exclude<T[K], undefined> };
function present<T extends object>(values: T): Present<T> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as Present<T>;
}
