import { shownNumber } from '../../../shared/domain/old-number.ts';
import { en, zh } from '../i18n/words.ts';
import type { RefusalTrouble, Trouble } from './trouble.ts';

export interface TroubleWords {
  happened: string;
  safe: string;
  next: string;
  incident: string | undefined;
  /** What fills the `{{…}}` of the three. */
  details: Record<string, string>;
}

/** The words for a trouble in a language, and what to fill them with. */
export function troubleWords(trouble: Trouble, language: string): TroubleWords {
  const words = language === 'en' ? en : zh;
  if (trouble.kind === 'lost') return { ...words.troubles.lost, incident: undefined, details: {} };
  if (trouble.kind === 'bug') {
    const incident =
      trouble.incident === undefined ? undefined : fillWords(words.troubles.incident, { incident: trouble.incident });
    return { ...words.troubles.bug, incident, details: {} };
  }
  const said = words.refusals[trouble.code];
  return {
    ...said,
    next: nextWords(trouble, said.next, words.troubles),
    incident: undefined,
    details: detailWords(trouble, words.troubles),
  };
}

/** Puts details into the places of a template; a place without a detail becomes empty, never `{{…}}`. */
export function fillWords(template: string, details: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (_, name: string) => details[name] ?? '');
}

type Words = (typeof zh | typeof en)['troubles'];

function nextWords(trouble: RefusalTrouble, next: string, words: Words): string {
  if (trouble.code !== 'wrong-credentials') return next;
  const { attemptsLeft, waitSeconds } = trouble.details;
  if (waitSeconds !== undefined) return words.wait;
  return attemptsLeft === undefined ? next : `${next}${words.attemptsLeft}`;
}

function detailWords(trouble: RefusalTrouble, words: Words): Record<string, string> {
  switch (trouble.code) {
    case 'number-block-exhausted':
    case 'numbers-frozen':
      return { series: lookUp(words.series, trouble.details.series) };
    case 'live-card-exists':
      return { cardNumber: shownNumber(trouble.details.cardNumber) };
    case 'character-not-drawable':
      return { characters: trouble.details.characters.map((c) => `${c.character}（${c.codePoint}）`).join('、') };
    case 'paper-not-available':
      return { kind: lookUp(words.paper, trouble.details.kind) };
    case 'file-not-accepted':
      return { reason: lookUp(words.fileReason, trouble.details.reason) };
    case 'approval-over':
      return { state: lookUp(words.approvalState, trouble.details.state) };
    case 'data-needed':
      return { grounds: trouble.details.grounds.map((ground) => lookUp(words.ground, ground)).join('、') };
    case 'not-in-this-state':
      return { status: lookUp(words.status, trouble.details.status) };
    default:
      return Object.fromEntries(Object.entries(trouble.details).map(([name, detail]) => [name, String(detail)]));
  }
}

function lookUp(table: Readonly<Record<string, string>>, code: string): string {
  return table[code] ?? code;
}
