import { z } from 'zod';

const none = z.strictObject({});

/**
 * Every expected failure: a stable code and the details its words need. Each code has words in each language in renderer/desk/i18n
 * (a test loops over this table). A bug is not a refusal: it throws as what it is.
 */
export const refusals = {
  'signed-out': none,
  'session-locked': none,
  'not-allowed': z.strictObject({ right: z.string() }),
  'wrong-credentials': z.strictObject({ attemptsLeft: z.int().optional(), waitSeconds: z.int().optional() }),
  'too-many-attempts': z.strictObject({ waitSeconds: z.int() }),
  'already-enrolled': none,
  'not-enrolled': none,
  /** What is left of another counter lies where the live one would be made. */
  'counter-folder-taken': none,
  'passphrase-needed': none,
  'passphrase-wrong': none,
  'keyring-unavailable': none,
  'own-access': none,
  /** In 试用: the sample staff are for everybody to try. */
  'sample-member': none,
  'sign-off-needed': none,
  'second-person-needed': none,
  'not-found': z.strictObject({ what: z.string() }),
  'bad-input': z.strictObject({ fields: z.array(z.strictObject({ path: z.string(), code: z.string() })) }),
  'already-registered': z.strictObject({ personId: z.string() }),
  'alike-undecided': z.strictObject({ people: z.array(z.strictObject({ personId: z.string(), why: z.string() })) }),
  'batch-open': z.strictObject({ batchId: z.string() }),
  'field-refused': z.strictObject({ fields: z.array(z.strictObject({ path: z.string(), code: z.string() })) }),
  'tier-not-in-pack': none,
  'tier-not-direct': none,
  'not-in-this-state': z.strictObject({ status: z.string() }),
  'recognition-open': z.strictObject({ matterId: z.string() }),
  'recognition-in-force': z.strictObject({ matterId: z.string() }),
  'live-card-exists': z.strictObject({ cardNumber: z.string() }),
  'not-recognised': none,
  'number-block-exhausted': z.strictObject({ series: z.string() }),
  'character-not-drawable': z.strictObject({
    characters: z.array(z.strictObject({ character: z.string(), codePoint: z.string(), field: z.string() })),
  }),
  'text-does-not-fit': z.strictObject({ field: z.string(), text: z.string() }),
  'qr-too-long': none,
  'photo-damaged': none,
  /** A scan or photo whose sealed file is gone or not whole: the same bytes brought again mend it. */
  'attachment-damaged': none,
  'paper-not-available': z.strictObject({ kind: z.string() }),
  'printer-unavailable': z.strictObject({ printer: z.string(), reason: z.string() }),
  'file-not-accepted': z.strictObject({
    reason: z.enum([
      'empty',
      'too-big',
      'not-pdf-jpeg-png',
      'damaged',
      'scripted',
      'not-a-spreadsheet',
      'old-xls',
      'too-many-rows',
      'too-many-columns',
    ]),
  }),
  'date-questionable': z.strictObject({ today: z.string(), lastEntry: z.string() }),
  'approval-waiting': none,
  'approval-over': z.strictObject({ state: z.string() }),
  'belongs-to-another': none,
  /** A file for a person to take along: its folder can't be written to. */
  'file-not-saved': none,
  'disk-full': none,
  'records-unavailable': none,
} as const;

export type RefusalCode = keyof typeof refusals;
export type RefusalDetails<C extends RefusalCode> = z.infer<(typeof refusals)[C]>;

/** An expected failure on its way to the clerk: `code` picks the words, `details` fill them. */
export class Refusal<C extends RefusalCode = RefusalCode> extends Error {
  readonly code: C;
  readonly details: RefusalDetails<C>;
  constructor(code: C, details: RefusalDetails<C>) {
    super(code);
    this.name = 'Refusal';
    this.code = code;
    this.details = details;
  }
}

/** Throws the refusal; written as an expression so that a decision reads as one line. */
export function refuse<C extends RefusalCode>(code: C, details: RefusalDetails<C>): never {
  throw new Refusal(code, details);
}
