export type ElectronHostErrorCode = 'already-running' | 'too-late' | 'unsafe' | 'gone';

/** What can go wrong with Electron's windows, by a code that the program may act on; the message is for a person. */
export class ElectronHostError extends Error {
  override readonly name = 'ElectronHostError';
  readonly code: ElectronHostErrorCode;

  constructor(code: ElectronHostErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
