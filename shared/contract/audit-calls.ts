import { z } from 'zod';
import { auditFilter } from '../domain/audit/audit-filter.ts';
import { personId, staffId } from '../domain/ids.ts';
import { call } from './desk-call.ts';

const progress = { done: z.int().min(0), of: z.int().min(0) };

/** An entry of the own log in the audit: its kind and details are codes and values; the desk has the words. Numbers of people are masked. */
export const auditItem = z.strictObject({
  seq: z.int().min(1),
  /** Absent where the entry was redacted: then its number and chain are all that is left. */
  entry: z
    .strictObject({
      kind: z.string(),
      at: z.string(),
      staffName: z.string().optional(),
      staffNumber: z.string().optional(),
      person: z.strictObject({ id: personId, name: z.string() }).optional(),
      details: z.record(z.string(), z.string()),
    })
    .optional(),
});
export type AuditItem = z.infer<typeof auditItem>;

export const auditState = z.strictObject({
  device: z.strictObject({ id: z.string(), code: z.string() }),
  headSeq: z.int().min(0),
  /** The newest head that was signed, when, and by which of the device's keys; 0 where none was yet. */
  anchored: z.strictObject({ seq: z.int().min(0), at: z.string().optional(), kid: z.string() }),
  /** How far the list is made: it is, when it is first asked for. */
  index: z.strictObject(progress),
  check: z.discriminatedUnion('state', [
    z.strictObject({ state: z.literal('none') }),
    z.strictObject({ state: z.literal('running'), ...progress }),
    z.strictObject({
      state: z.literal('sound'),
      at: z.string(),
      entries: z.int(),
      redacted: z.int(),
      anchoredUpTo: z.int(),
    }),
    /** The first entry that doesn't hold, and why. */
    z.strictObject({ state: z.literal('wrong'), at: z.string(), seq: z.int(), reason: z.string() }),
  ]),
});
export type AuditState = z.infer<typeof auditState>;

/** How many entries a PDF holds at most; a spreadsheet holds them all. */
export const pdfEntries = 2_000;

/** 审计: what this counter decided, by whom and when, and whether the journal is as it was written. */
export const auditCalls = {
  state: call('audit.view').output(auditState),
  /** Begins to check the whole chain; `state` tells how far it is and how it ended. */
  check: call('audit.view').output(auditState),
  /** Newest first; `before`: only entries below that number. */
  list: call('audit.view')
    .input(z.strictObject({ filter: auditFilter, before: z.int().min(1).optional(), limit: z.int().min(1).max(200) }))
    .output(z.strictObject({ items: z.array(auditItem), total: z.int(), older: z.boolean() })),
  /** Everybody who ever was on the staff, for the filter. */
  staff: call('audit.view').output(z.array(z.strictObject({ id: staffId, number: z.string(), name: z.string() }))),
  /** Puts what the filter asks for into the papers folder, and says so in the journal. */
  export: call('audit.view', 'file-not-saved', 'list-too-long', 'character-not-drawable', 'text-does-not-fit')
    .input(z.strictObject({ filter: auditFilter, as: z.enum(['csv', 'pdf']) }))
    .output(z.strictObject({ file: z.string(), entries: z.int() })),
};
