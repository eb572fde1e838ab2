import { z } from 'zod';
import { evidenceFile } from '../../../../shared/domain/evidence/evidence-file.ts';
import {
  type Aspects,
  aspect,
  type HandedMaterial,
  isHandedIn,
  type RouteFacts,
} from '../../../../shared/domain/matter/application-facts.ts';
import { isPlainDate } from '../../../../shared/domain/plain-date.ts';
import { type Material, type PolicyRoute, route, routeField } from '../../../../shared/domain/policy/pack.ts';
import { tidyDate } from '../../ui/tidy-date.ts';

/** One row of the materials as it is filled in: counts are what was typed. */
const row = z.object({
  originals: z.string(),
  copies: z.string(),
  seen: z.boolean(),
  later: z.boolean(),
  expiresOn: z.string(),
  file: evidenceFile.optional(),
});
export type MaterialRow = z.infer<typeof row>;
export const emptyRow: MaterialRow = { originals: '', copies: '', seen: false, later: false, expiresOn: '' };

const receiveForm = z.object({
  tier: z.object({ team: z.string(), tier: z.string() }).optional(),
  route: route.optional(),
  /** Route fields and aspects by their codes. */
  words: z.record(z.string(), z.string()),
  rows: z.record(z.string(), row),
});
export type ReceiveForm = z.infer<typeof receiveForm>;
const emptyForm: ReceiveForm = { words: {}, rows: {} };

/** What was kept, or an empty form where there is none or an older program wrote it. */
export function readReceiveForm(text: string): ReceiveForm {
  if (text === '') return emptyForm;
  const read = receiveForm.safeParse(JSON.parse(text));
  return read.success ? read.data : emptyForm;
}

/** The materials that were filled in, or promised for later; one of nothing isn't told. */
export function handedMaterials(asked: readonly Material[], rows: ReceiveForm['rows']): HandedMaterial[] {
  return asked.flatMap(({ code }) => {
    const material = materialOf(code, rows[code] ?? emptyRow);
    return isHandedIn(material) || material.later ? [material] : [];
  });
}

function materialOf(kind: string, { originals, copies, seen, later, expiresOn, file }: MaterialRow): HandedMaterial {
  const date = tidyDate(expiresOn).text;
  return {
    kind,
    originals: later ? 0 : sheets(originals),
    copies: later ? 0 : sheets(copies),
    ...(file && !later && { file }),
    ...(seen && !later && { originalSeen: true }),
    ...(later && { later: true as const }),
    ...(isPlainDate(date) && !later && { expiresOn: date as HandedMaterial['expiresOn'] }),
  };
}

/** What the chosen route asks for, as far as it is filled in; a date that is none yet is left out. */
export function writtenRouteFacts(asked: PolicyRoute | undefined, words: ReceiveForm['words']): RouteFacts | undefined {
  const told = routeField.options.flatMap((field) => {
    const typed = words[field]?.trim() ?? '';
    const text = field === 'reviewedOn' ? tidyDate(typed).text : typed;
    const fits = text !== '' && (field !== 'reviewedOn' || isPlainDate(text));
    return fits && asked?.asks.some((one) => one.field === field) ? [[field, text] as const] : [];
  });
  return told.length > 0 ? (Object.fromEntries(told) as RouteFacts) : undefined;
}

export function writtenAspects(words: ReceiveForm['words']): Aspects | undefined {
  const told = aspect.options.flatMap((one) => (words[one]?.trim() ? [[one, words[one].trim()] as const] : []));
  return told.length > 0 ? Object.fromEntries(told) : undefined;
}

/** A count as typed; what is none is none. Two digits are all that the field takes. */
function sheets(text: string): number {
  return /^\d{1,2}$/.test(text) ? Number(text) : 0;
}
