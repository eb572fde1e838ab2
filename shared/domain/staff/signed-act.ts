import { z } from 'zod';
import { type SecondPersonAct, secondPersonAct } from '../card/card-life.ts';
import { mayDo, type Right, type Staff } from './staff.ts';

/** What a second person signs beside whoever is signed in, and the right that each takes. One word per act: 注销 is not 撤销. */
const rightForSigned = {
  'recognition.grant': 'recognition.grant',
  'card.void': 'card.withdraw',
  'card.cancel': 'card.withdraw',
  'card.undo-issue': 'card.withdraw',
  'card.revoke': 'card.withdraw',
  'card.destroy': 'card.withdraw',
  'date.confirm': 'date.confirm',
  'document.accept': 'document.accept',
  'ledger.take-over': 'recognition.grant',
  'staff.reset-pin': 'staff.witness',
  'identity.correct': 'identity.correct',
  'request.decide': 'request.decide',
} as const satisfies Record<`card.${SecondPersonAct}`, Right> & Record<string, Right>;

export const signedAct = z.enum(Object.keys(rightForSigned) as [SignedAct, ...SignedAct[]]);
export type SignedAct = keyof typeof rightForSigned;

/** Which act a second person signs for one of a card's. */
export function cardSigned(act: SecondPersonAct): `card.${SecondPersonAct}` {
  return `card.${act}`;
}

/** A card's act by its word, or undefined for a signed act that is no card's. */
export function cardActOf(act: SignedAct): SecondPersonAct | undefined {
  return act.startsWith('card.') ? secondPersonAct.parse(act.slice('card.'.length)) : undefined;
}

/** What a sign-off of a number with a wrong check digit is about: that number as that image shows it, and no other of either. */
export function numberOnImage(number: string, imageSha256: string): string {
  return `${number} ${imageSha256}`;
}

/** What a sign-off of a correction is about: that person, the image of their document, and what is written from it. */
export function personOnImage(personId: string, imageSha256: string, written: Readonly<Record<string, string>>): string {
  const fields = Object.entries(written).sort(([a], [b]) => (a < b ? -1 : 1));
  return `${personId} ${imageSha256} ${JSON.stringify(fields)}`;
}

/** What a sign-off of an answer is about: that request, granted or refused. */
export function answerTo(requestId: string, decision: 'granted' | 'refused'): string {
  return `${requestId} ${decision}`;
}

export interface SignOffBeside {
  readonly act: SignedAct;
  readonly subjectId: string;
  /** Who sits at the desk. */
  readonly signedIn: Staff['id'] | undefined;
}

/**
 * Whether somebody may be the second person of an act: not who sits at the desk, with the act's right, and not the one whose PIN is
 * reset.
 */
export function maySignOff(second: Pick<Staff, 'id' | 'role'>, { act, subjectId, signedIn }: SignOffBeside): boolean {
  if (second.id === signedIn) return false;
  if (act === 'staff.reset-pin' && second.id === subjectId) return false;
  return mayDo(second.role, rightForSigned[act]);
}
