/** Trouble of the printing room that no clerk's input causes: fonts, layouts, values that don't fit their layout. None holds personal data. */
export type PrintingErrorCode =
  | 'font-missing'
  | 'font-changed'
  | 'font-damaged'
  | 'layout-missing'
  | 'layout-damaged'
  | 'layout-switched-off'
  | 'values-damaged'
  | 'picture-damaged'
  | 'paper-differs'
  | 'queue-unreadable';

export class PrintingError extends Error {
  readonly code: PrintingErrorCode;
  constructor(code: PrintingErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'PrintingError';
    this.code = code;
  }
}
