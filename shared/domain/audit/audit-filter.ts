import { z } from 'zod';
import { personId, staffId } from '../ids.ts';
import { plainDate } from '../plain-date.ts';

/** Which entries an auditor asks for. `kind` is an entry's kind as it is written, also one of a newer program; days are inclusive. */
export const auditFilter = z.strictObject({
  personId: personId.optional(),
  staffId: staffId.optional(),
  kind: z.string().min(1).max(60).optional(),
  from: plainDate.optional(),
  to: plainDate.optional(),
});
export type AuditFilter = z.infer<typeof auditFilter>;
