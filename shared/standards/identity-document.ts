import type { PlainDate } from '../domain/plain-date.ts';
import { type IdKind, idKind } from '../domain/talent/id-kind.ts';
import {
  checkOldPermanentResidentNumber,
  checkPermanentResidentNumber,
  type OldPermanentResidentCode,
  type PermanentResidentCode,
} from './foreign-permanent-resident.ts';
import { type CitizenIdKind, checkIdNumber, type IdNumberCode, idCheckCharacter, tidyIdNumber } from './gb-11643.ts';
import { checkPassportNumber, type PassportNumberCode } from './icao-9303.ts';
import { mrzCheckDigit } from './mrz-check-digit.ts';
import { foldFullWidth, type Tidied, tidy, withoutSpaces } from './tidied.ts';
import {
  checkHkMacaoPermitNumber,
  checkTaiwanPermitNumber,
  type HkMacaoPermitCode,
  type TaiwanPermitCode,
} from './travel-permits.ts';

/** All kinds, in the order in which a form offers them. */
export const documentKinds: readonly IdKind[] = idKind.options;

export type DocumentNumberCode =
  | IdNumberCode
  | PermanentResidentCode
  | OldPermanentResidentCode
  | HkMacaoPermitCode
  | TaiwanPermitCode
  | PassportNumberCode;
export type DocumentNumberChange = 'full-width' | 'spaces' | 'separators' | 'letter-case';

/** What a number says of its holder: it may fill fields, marked as coming from it, and the document itself goes before it. */
export interface NumberSays {
  birthDate?: PlainDate;
  /** A guess, where the number has two digits of the year: shown, never filled in. */
  birthDateHint?: PlainDate;
  /** GB/T 2261.1. */
  sex?: '1' | '2';
  /** GB/T 2659 alpha-3: `CHN` where only a Chinese citizen can hold the document. */
  nationality?: string;
}

export type DocumentNumberCheck =
  | {
      ok: true;
      says: NumberSays;
      /** The part that a holder keeps when the document is issued anew: equal ones are one person's. A passport's is not kept. */
      lifelong: string;
    }
  | {
      ok: false;
      code: DocumentNumberCode;
      /** Only the check digit is wrong: a supervisor may accept the number with an image of the document. */
      overridable: boolean;
    };

export interface DocumentNumberContext {
  kind: IdKind;
  /** No birth date lies after it. */
  today: PlainDate;
  /** A supervisor has accepted a wrong check digit; all else is still checked. */
  checkDigitAccepted?: boolean;
}

/** Mends what typing and pasting bring: full-width signs, spaces, brackets and hyphens where no number of the kind has any, lower case. */
export function tidyDocumentNumber(text: string, kind: IdKind): Tidied<DocumentNumberChange> {
  if (kind === 'resident-id' || kind === 'hk-macao-residence' || kind === 'taiwan-residence') return tidyIdNumber(text);
  return tidy(text, [
    ['full-width', (t) => foldFullWidth(t.replaceAll('\u3000', ''))],
    ['spaces', withoutSpaces],
    ['separators', (t) => t.replace(/[()[\]·.\u2010-\u2015-]/gu, '')],
    ['letter-case', (t) => t.toUpperCase()],
  ]);
}

/**
 * Checks a tidied number of any kind of document, by the file of its standard, whose codes it hands on. A checksum refuses nobody for
 * good: with nothing else wrong it is `overridable`, and with `checkDigitAccepted` the number holds.
 */
export function checkDocumentNumber(number: string, context: DocumentNumberContext): DocumentNumberCheck {
  const check = checks[context.kind];
  const result = check(number, context);
  if (result.ok || result.code !== 'id-check-digit') return result;
  const otherwise = check(withRightCheckDigit(number, context.kind), context);
  if (otherwise.ok && context.checkDigitAccepted) return { ...otherwise, lifelong: number };
  return otherwise.ok ? { ...result, overridable: true } : otherwise;
}

type Check = (number: string, context: DocumentNumberContext) => DocumentNumberCheck;

const checks: Readonly<Record<IdKind, Check>> = {
  'resident-id': checkCitizenNumber,
  'hk-macao-residence': checkCitizenNumber,
  'taiwan-residence': checkCitizenNumber,
  'hk-macao-travel': (number) => {
    const result = checkHkMacaoPermitNumber(number);
    if (!result.ok) return refused(result.code);
    return { ok: true, says: result.holder === 'chinese-citizen' ? { nationality: 'CHN' } : {}, lifelong: result.lifelong };
  },
  'taiwan-travel': (number) => {
    const result = checkTaiwanPermitNumber(number);
    return result.ok ? { ok: true, says: { nationality: 'CHN' }, lifelong: result.lifelong } : refused(result.code);
  },
  'foreign-pr': (number, { today }) => {
    const result = checkPermanentResidentNumber(number, { today });
    if (!result.ok) return refused(result.code);
    const { birthDate, nationality } = result;
    return { ok: true, says: { birthDate, ...(nationality && { nationality }) }, lifelong: number };
  },
  'foreign-pr-2004': (number, { today }) => {
    const result = checkOldPermanentResidentNumber(number, { today });
    if (!result.ok) return refused(result.code);
    const { birthDateHint, nationality } = result;
    return { ok: true, says: { ...(birthDateHint && { birthDateHint }), ...(nationality && { nationality }) }, lifelong: number };
  },
  passport: (number) => {
    const result = checkPassportNumber(number);
    return result.ok ? { ok: true, says: {}, lifelong: number } : refused(result.code);
  },
};

/** The three documents with a number of GB 11643, all held by Chinese citizens. */
function checkCitizenNumber(number: string, { kind, today }: DocumentNumberContext): DocumentNumberCheck {
  const result = checkIdNumber(number, { today, kind: kind as CitizenIdKind });
  if (!result.ok) return refused(result.code);
  return { ok: true, says: { birthDate: result.birthDate, sex: result.sex, nationality: 'CHN' }, lifelong: number };
}

function refused(code: DocumentNumberCode): DocumentNumberCheck {
  return { ok: false, code, overridable: false };
}

function withRightCheckDigit(number: string, kind: IdKind): string {
  const body = number.slice(0, -1);
  return body + (kind === 'foreign-pr-2004' ? mrzCheckDigit(body) : idCheckCharacter(body));
}

/**
 * What tells one holder from another: two numbers with the same key are one person's. It is the part of the number that is kept for life;
 * of a passport, whose number is not, the number and who issued it. The number itself isn't checked here.
 */
export function identityKey({ kind, number, nationality }: { kind: IdKind; number: string; nationality: string }): string {
  if (kind === 'passport') return `passport/${nationality}/${number}`;
  if (kind === 'hk-macao-travel') return `${kind}/${number.slice(0, 9)}`;
  if (kind === 'taiwan-travel') return `${kind}/${number.slice(0, 8)}`;
  return number;
}

/** The same of somebody's record or of what is said of them. */
export function identityKeyOf(one: { document: { kind: IdKind; number: string }; identity: { nationality: string } }): string {
  return identityKey({ ...one.document, nationality: one.identity.nationality });
}
