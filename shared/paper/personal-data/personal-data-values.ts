import { z } from 'zod';
import { officeHeadValues } from '../office-head.ts';

const text = z.string().min(1);

/** What the paper says: everything on it that isn't its layout's. */
export const personalDataValues = officeHeadValues.extend({
  name: text,
  idKind: text,
  idNumber: text,
  askedBy: text,
  askedOn: text,
  issuedOn: text,
  handler: text,
  /** Which page of how many; empty where there is one. */
  sheet: z.string(),
  lines: z.array(z.strictObject({ title: text.optional(), caption: text.optional(), text: text.optional() })).min(1),
});
export type PersonalDataValues = z.infer<typeof personalDataValues>;
export type DataLine = PersonalDataValues['lines'][number];
