import { z } from 'zod';
import { personId } from '../ids.ts';
import { plainDate } from '../plain-date.ts';

/** Identity documents the counter takes. All three of these carry an 18-place number with GB 11643's check digit. */
export const idKind = z.enum(['resident-id', 'hk-macao-residence', 'taiwan-residence']);
export type IdKind = z.infer<typeof idKind>;

/** GB/T 2261.1: 1 male, 2 female, 9 only as the document shows it, 0 unknown. */
export const sex = z.enum(['1', '2', '9', '0']);

/** How the person works for the employer: full time, or one of the flexible kinds of article 13. An open list in the pack later. */
export const engagementKind = z.enum(['full-time', 'enclave', 'project', 'guidance', 'short-term']);
export type EngagementKind = z.infer<typeof engagementKind>;

const words = (max: number) => z.string().min(1).max(max);

export const identityDocument = z.strictObject({
  kind: idKind,
  number: z.string().regex(/^\d{17}[\dX]$/, 'not-an-id-number'),
  issuer: words(60).optional(),
  validFrom: plainDate.optional(),
  /** Absent together with validFrom when not copied; `long-term` is what the document itself says. */
  validTo: z.union([plainDate, z.literal('long-term')]).optional(),
});

export const identity = z.strictObject({
  /** One field, as the document writes it; never split, never normalised but for the middle dot (standards/person-name.ts). */
  name: words(100),
  sex,
  birthDate: plainDate,
  /** GB/T 2659; the three documents of now are all held by Chinese citizens. */
  nationality: z.literal('CHN'),
  /** Household place as asked; never taken from the number's digits, which say where it was issued. GB/T 2260 code or words. */
  householdPlace: words(120).optional(),
});

export const employment = z.strictObject({
  employerName: words(100),
  /** 统一社会信用代码, GB 32100. */
  uscc: z.string().regex(/^[0-9A-HJ-NP-RTUWXY]{18}$/, 'not-a-uscc'),
  position: words(60).optional(),
  engagement: engagementKind,
  startsOn: plainDate.optional(),
  endsOn: plainDate.optional(),
  /** Park or site of the New Area's layout, where the pack lists one. */
  site: words(60).optional(),
});

export const contact = z.strictObject({
  phone: z.string().regex(/^\+?\d{5,20}$/, 'not-a-phone'),
  email: z.email().optional(),
  residence: words(160).optional(),
});

/** What a registration says about a person: the sections of the registration page. */
export const personFacts = z.strictObject({ document: identityDocument, identity, employment, contact });
export type PersonFacts = z.infer<typeof personFacts>;

/** The counter's record of a person. `version` counts the entries that touched it. */
export const person = personFacts.extend({ id: personId, version: z.int().min(1), registeredOn: plainDate });
export type Person = z.infer<typeof person>;
