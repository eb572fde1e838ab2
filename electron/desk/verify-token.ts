import type { Verification } from '../../shared/contract/card-calls.ts';
import type { ReadClaims } from '../../shared/credential/card-claims.ts';
import { type WithdrawnState, withdrawnState } from '../../shared/domain/card/card-life.ts';
import { parseNumber } from '../../shared/domain/counter/numbers.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { recognisedOn } from '../../shared/domain/matter/recognition.ts';
import { chinaDateAt } from '../../shared/domain/plain-date.ts';
import type { DeskRoom, OpenCounter } from './open-counter.ts';
import { tierName } from './tier-name.ts';

/**
 * Says what a pasted or scanned card or certificate is worth, and why. One that this counter issued must also agree with its own
 * record.
 */
export async function verifyToken(room: DeskRoom, text: string): Promise<Verification> {
  const counter = room.counter();
  const reading = await counter.readCardText(text);
  if (!('claims' in reading)) return reading;
  const { claims } = reading;
  const { cardNumber: number, name } = claims;
  const parsed = parseNumber(number);
  const paper = parsed.ok && parsed.series === 'certificate' ? 'certificate' : 'card';
  const record = await (paper === 'card' ? findCard(counter, number) : findCertificate(counter, number));
  if (record && !agrees(claims, record)) return { result: 'tampered', reason: 'differs-from-record' };
  const token = { paper, number, name } as const;
  if (reading.result === 'not-yet-valid')
    return { result: 'not-yet-valid', ...token, validFrom: chinaDateAt((claims.notBeforeS ?? 0) * 1000) };
  const shown = { ...token, validTo: lastDay(claims), ...(record && { personId: record.personId }) };
  if (record?.withdrawn) return { result: 'withdrawn', ...token, ...record.withdrawn, personId: record.personId };
  if (reading.result === 'expired') return { result: 'expired', ...shown };
  return { result: 'valid', ...shown, tier: claims.tier ?? '', trial: claims.trial, listsAsOf: null };
}

/** What a record says that its token must say too. */
interface Recorded {
  personId: PersonId;
  name: string;
  tier: string;
  from: string;
  validTo: string;
  /** A card that is known here not to hold, whatever its dates say. */
  withdrawn?: { state: WithdrawnState; since?: string };
}

async function findCard(counter: OpenCounter, number: string): Promise<Recorded | undefined> {
  const card = await counter.records.get('card', number);
  if (!card) return undefined;
  const { personId, name, issuedOn: from, validTo, state, since } = card;
  const ended = withdrawnState.safeParse(state).data;
  const withdrawn = ended && { withdrawn: { state: ended, ...(since && { since }) } };
  return { personId, name, tier: tierName(counter, card), from, validTo, ...withdrawn };
}

async function findCertificate(counter: OpenCounter, number: string): Promise<Recorded | undefined> {
  const matterId = counter.ledger.findRecognitionByCertificate(number);
  const recognition = matterId && (await counter.records.get('recognition', matterId));
  if (!recognition?.grant) return undefined;
  const { personId, grant } = recognition;
  const person = await counter.records.get('person', personId);
  const name = person?.identity.name ?? '';
  return { personId, name, tier: tierName(counter, recognition), from: recognisedOn(grant), validTo: grant.validTo };
}

function agrees(claims: ReadClaims, { name, tier, from, validTo }: Recorded): boolean {
  const since = claims.notBeforeS === undefined ? undefined : chinaDateAt(claims.notBeforeS * 1000);
  return claims.name === name && claims.tier === tier && since === from && lastDay(claims) === validTo;
}

/** `exp` is the first second on which a token no longer holds; people are told the last day on which it does. */
function lastDay(claims: ReadClaims) {
  return chinaDateAt(claims.expiresAtS * 1000 - 1);
}
