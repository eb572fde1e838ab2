import { Refusal, refuse } from '../../shared/domain/refusal.ts';
import { newPin, typedPin } from '../vault/typed-secrets.ts';
import type { VaultMode } from '../vault/vault.ts';
import type { Trial } from './trial.ts';

export interface NewPin {
  /** A tidied staff number. */
  readonly number: string;
  readonly pin: string;
  /** Which field is told of it. */
  readonly path: string;
}

/**
 * Whether somebody may have that PIN. Refuses `field-refused`: too short, too simple, or at a live counter one of 试用's, which stand in
 * the program for everybody to read and were shown on its screen.
 */
export function checkNewPin({ number, pin, path }: NewPin, { mode, trial }: { mode: VaultMode; trial: Trial }): void {
  if (mode === 'office' && trial.staff.some((sample) => sample.pin === typedPin(pin)))
    refuse('field-refused', { fields: [{ path, code: 'sample-pin' }] });
  try {
    newPin(pin, { mode, staffNumber: number });
  } catch (error) {
    if (!(error instanceof Refusal) || error.code !== 'field-refused') throw error;
    const { fields } = error.details as { fields: { path: string; code: string }[] };
    refuse('field-refused', { fields: fields.map(({ code }) => ({ path, code })) });
  }
}

/** Nobody of 试用 is on the staff of a live counter. Refuses `field-refused` for one of its names with the number that belongs to it. */
export function checkNoSample({ number, name, path }: { number: string; name: string; path: string }, trial: Trial): void {
  if (trial.staff.some((sample) => sample.number === number && sample.name === name))
    refuse('field-refused', { fields: [{ path, code: 'sample-staff' }] });
}
