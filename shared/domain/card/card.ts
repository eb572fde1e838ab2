import { z } from 'zod';
import { cardNumber, matterId, personId } from '../ids.ts';
import { plainDate } from '../plain-date.ts';

/** 待制 → 已制; the later states of a card's life join here. */
export const cardState = z.enum(['to-make', 'made']);
export type CardState = z.infer<typeof cardState>;

export const cardAction = z.enum(['print']);
/** The only place that knows what may be done with a card in which state. */
export const cardActions: Record<CardState, readonly z.infer<typeof cardAction>[]> = { 'to-make': ['print'], made: ['print'] };

export const card = z.strictObject({
  number: cardNumber,
  version: z.int().min(1),
  personId,
  matterId,
  /** The name as it stands on this card. */
  name: z.string(),
  team: z.string(),
  tier: z.string(),
  pack: z.string(),
  state: cardState,
  issuedOn: plainDate,
  validTo: plainDate,
  /** Key id of the device's card key, base64url of its bytes. */
  kid: z.string(),
  /** The QR's text: base45 of the deflated COSE_Sign1 (credential/). */
  token: z.string(),
});
export type Card = z.infer<typeof card>;
