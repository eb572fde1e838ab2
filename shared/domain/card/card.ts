import { z } from 'zod';
import { cardNumber, matterId, paperId, personId, staffId } from '../ids.ts';
import { plainDate } from '../plain-date.ts';
import { cardState } from './card-life.ts';

/** Why a card took another's place: damaged, a new name, soon to expire (换发), or lost (补办). */
export const replacementReason = z.enum(['damaged', 'renamed', 'expiring', 'lost']);
export type ReplacementReason = z.infer<typeof replacementReason>;

/** Who took a card from the counter: the person, or somebody with a 授权委托书, whose own document was looked at. */
export const collector = z.strictObject({
  role: z.enum(['self', 'employer', 'proxy', 'guardian']),
  name: z.string().min(1).max(100),
  /** Of whoever isn't the person: the last four signs of the document that was looked at. */
  documentTail: z
    .string()
    .regex(/^[0-9A-Z]{4}$/, 'not-a-document-tail')
    .optional(),
});
export type Collector = z.infer<typeof collector>;

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
  /** Key id of the device's card key, base64url of its bytes. Only a card that was taken over has neither this nor a token. */
  kid: z.string().optional(),
  /** The QR's text: base45 of the deflated COSE_Sign1 (credential/). */
  token: z.string().optional(),
  /** Where a loss report or a suspension leads back to when it is lifted. */
  before: cardState.optional(),
  /** The day both sides had come out; absent while there is no plastic, or only a spoilt one. */
  madeOn: plainDate.optional(),
  /** The day of the newest change of state. */
  since: plainDate.optional(),
  collected: z.strictObject({ by: collector, on: plainDate, handedOverBy: staffId }).optional(),
  /** Spoilt prints (作废); they count neither as made nor as an earlier print. */
  voidedPapers: z.array(paperId).optional(),
  replaces: cardNumber.optional(),
  replacedBy: cardNumber.optional(),
  /** Why it was replaced: a lost one isn't there to be taken back. */
  replacedBecause: replacementReason.optional(),
});
export type Card = z.infer<typeof card>;
