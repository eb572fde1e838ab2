import { z } from 'zod';
import { call } from './desk-call.ts';

/** What a part of the diagnostics bundle tells; each has a sentence in the desk's languages. */
export const diagnosticsPart = z.enum(['read-me', 'program', 'files', 'journal', 'settings', 'printing', 'log']);
export type DiagnosticsPart = z.infer<typeof diagnosticsPart>;

export const diagnosticsItem = z.strictObject({ name: z.string(), part: diagnosticsPart, bytes: z.int() });
export type DiagnosticsItem = z.infer<typeof diagnosticsItem>;

/** 诊断包: what whoever helps the office needs to know of this counter, and nothing of anybody. Asked for before a sign-in, too. */
export const diagnosticsCalls = {
  /** Gathers it anew and says what is in it. Writes nothing. */
  gather: call('anyone').output(z.strictObject({ items: z.array(diagnosticsItem), folder: z.string() })),
  /** Saves what was gathered last, as it was shown, in the papers folder. */
  save: call('anyone', 'file-not-saved', 'disk-full').output(z.strictObject({ file: z.string() })),
};
