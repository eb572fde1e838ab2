import { refuse } from '../../shared/domain/refusal.ts';
import type { VaultMode } from './vault-file.ts';

/** An input method may leave full-width digits and letters, which look like the others on the screen and show as dots in a PIN. */
function plainly(text: string): string {
  return text.normalize('NFKC').trim();
}

export function typedStaffNumber(text: string): string {
  return plainly(text).toUpperCase();
}

export function typedPin(text: string): string {
  return plainly(text);
}

/** Words apart by blanks or dashes, in any case. */
export function typedPassphrase(text: string): string {
  return wordsOf(text).join(' ');
}

/** A new PIN as it is stretched. Throws the refusal `field-refused` for one that is too short, not digits or, in an office, guessed first. */
export function newPin(text: string, { mode, staffNumber }: { mode: VaultMode; staffNumber: string }): string {
  const pin = typedPin(text);
  if (!/^\d{6,32}$/.test(pin)) refuse('field-refused', { fields: [{ path: 'pin', code: 'pin-too-short' }] });
  if (mode === 'office' && (isRun(pin) || pin.includes(staffNumber)))
    refuse('field-refused', { fields: [{ path: 'pin', code: 'pin-too-simple' }] });
  return pin;
}

const fewestWords = 6;

/** A new passphrase as it is stretched. Whether its words are random nobody can check: `newPassphrase` makes such. */
export function newTypedPassphrase(text: string): string {
  if (new Set(wordsOf(text)).size < fewestWords)
    refuse('field-refused', { fields: [{ path: 'passphrase', code: 'passphrase-too-short' }] });
  return typedPassphrase(text);
}

function wordsOf(text: string): string[] {
  return plainly(text)
    .toLowerCase()
    .split(/[\s-]+/u);
}

/** 111111, 123456, 876543, 135790: the same step from each digit to the next. */
function isRun(pin: string): boolean {
  const steps = new Set(Array.from(pin.slice(1), (digit, i) => (Number(digit) - Number(pin[i]) + 10) % 10));
  return steps.size === 1;
}
