import type { Session } from 'electron';

/** A spelling checker keeps words that were typed, and fetches its dictionaries. */
export function stopSpelling(session: Session): void {
  session.setSpellCheckerEnabled(false);
}
