import type { Verification } from '../../../../shared/contract/card-calls.ts';

export interface Check {
  /** Counts up; two scans of the same card are two checks. */
  id: number;
  at: Date;
  result: Verification;
}

/** How many earlier results stay in sight. */
export const checksKept = 5;

/** The list with a new check in front. Only in memory: what was verified is nobody's record. */
export function addCheck(checks: readonly Check[], result: Verification, at: Date): Check[] {
  return [{ id: (checks[0]?.id ?? 0) + 1, at, result }, ...checks].slice(0, checksKept + 1);
}

/**
 * What a scanner or the clipboard gave, as the text of one code: without the line ends and blanks that stand around it. Blanks
 * inside stay, since base45 has a blank among its signs.
 */
export function scannedText(raw: string): string {
  return raw.trim();
}

export type Tone = 'good' | 'waiting' | 'refused';

/** How a result is shown: green for a card that holds, amber for one that is ours and doesn't hold now, red for the rest. */
export const toneOf: Record<Verification['result'], Tone> = {
  valid: 'good',
  expired: 'waiting',
  withdrawn: 'refused',
  'not-yet-valid': 'waiting',
  'not-ours': 'refused',
  tampered: 'refused',
};
