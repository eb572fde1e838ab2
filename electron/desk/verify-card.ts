import type { Verification } from '../../shared/contract/desk.ts';
import type { ReadClaims } from '../../shared/credential/card-claims.ts';
import { chinaDateAt } from '../../shared/domain/plain-date.ts';
import type { DeskRoom } from './open-counter.ts';
import { tierName } from './tier-name.ts';

/** Says what a pasted or scanned card is worth, and why. A card of this counter must also agree with its own record. */
export async function verifyCard(room: DeskRoom, text: string): Promise<Verification> {
  const counter = room.counter();
  const reading = await counter.readCardText(text);
  if (!('claims' in reading)) return reading;
  const { claims } = reading;
  const { cardNumber, name } = claims;
  const record = await counter.records.get('card', cardNumber);
  if (record && !agrees(claims, { ...record, tier: tierName(counter, record) }))
    return { result: 'tampered', reason: 'differs-from-record' };
  const personId = record?.personId;
  const validTo = lastDay(claims);
  if (reading.result === 'not-yet-valid')
    return { result: 'not-yet-valid', cardNumber, name, validFrom: chinaDateAt((claims.notBeforeS ?? 0) * 1000) };
  const shown = { cardNumber, name, validTo, ...(personId && { personId }) };
  if (reading.result === 'expired') return { result: 'expired', ...shown };
  return { result: 'valid', ...shown, tier: claims.tier ?? '', trial: claims.trial, listsAsOf: null };
}

function agrees(claims: ReadClaims, record: { name: string; tier: string; validTo: string }): boolean {
  return claims.name === record.name && claims.tier === record.tier && lastDay(claims) === record.validTo;
}

/** `exp` is the first second on which the card no longer holds; people are told the last day on which it does. */
function lastDay(claims: ReadClaims) {
  return chinaDateAt(claims.expiresAtS * 1000 - 1);
}
