export type ChromiumErrorCode =
  | 'not-found'
  | 'start-failed'
  | 'sandbox-unavailable'
  | 'profile-in-use'
  | 'already-running'
  | 'gone';

/** What can go wrong with the system's browser, by a code that the program may act on; the message is for a person. */
export class ChromiumError extends Error {
  override readonly name = 'ChromiumError';
  readonly code: ChromiumErrorCode;

  constructor(code: ChromiumErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
