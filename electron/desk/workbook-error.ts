import type { RefusalDetails } from '../../shared/domain/refusal.ts';

export type WorkbookFault = RefusalDetails<'file-not-accepted'>['reason'];

/** A file that is no spreadsheet this program reads, and in which way. */
export class WorkbookError extends Error {
  readonly fault: WorkbookFault;
  constructor(fault: WorkbookFault, options?: ErrorOptions) {
    super(fault, options);
    this.name = 'WorkbookError';
    this.fault = fault;
  }
}
