import { z } from 'zod';
import { evidenceItem, photo } from '../evidence/evidence-item.ts';
import { entryId, personId, sha256Hex, staffId } from '../ids.ts';
import { plainDate } from '../plain-date.ts';
import { intake, keptIntake } from './application.ts';
import { idKind } from './id-kind.ts';
import { qualifications } from './qualifications.ts';

/** GB/T 2261.1: 1 male, 2 female, 9 only as the document shows it, 0 unknown. */
export const sex = z.enum(['1', '2', '9', '0']);

/** How the person works for the employer: full time, or one of the flexible kinds of article 13. An open list in the pack later. */
export const engagementKind = z.enum(['full-time', 'enclave', 'project', 'guidance', 'short-term']);
export type EngagementKind = z.infer<typeof engagementKind>;

const words = (max: number) => z.string().min(1).max(max);

export const identityDocument = z.strictObject({
  kind: idKind,
  /** Tidied: capitals and digits (standards/identity-document.ts); each kind's own form is checked when it is registered. */
  number: z.string().regex(/^[0-9A-Z]{5,18}$/, 'not-an-id-number'),
  issuer: words(60).optional(),
  validFrom: plainDate.optional(),
  /** Absent together with validFrom when not copied; `long-term` is what the document itself says. */
  validTo: z.union([plainDate, z.literal('long-term')]).optional(),
});

/** ISO 15924 codes of scripts that a 民族文字姓名 is written in (standards/person-name.ts). */
export const nameScript = z.enum(['Mong', 'Tibt', 'Arab', 'Yiii', 'Hang', 'Tale', 'Talu', 'Lana', 'Lisu', 'Latn', 'Cyrl']);

export const identity = z.strictObject({
  /** One field, as the document writes it; never split, never normalised but for the middle dot (standards/person-name.ts). */
  name: words(100),
  /** 曾用名. */
  formerName: words(100).optional(),
  /** 民族文字姓名, copied from the document. */
  scriptName: z.strictObject({ script: nameScript, name: words(100) }).optional(),
  /** In Latin letters, as a foreigner's document has it. */
  latinName: words(100).optional(),
  sex,
  birthDate: plainDate,
  /** GB/T 2659 alpha-3, never of a region of China: who holds a permit for one is CHN, but for foreigners' Hong Kong and Macao permits. */
  nationality: z.string().regex(/^[A-Z]{3}$/, 'not-a-country'),
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

const phone = z.string().regex(/^\+?\d{5,20}$/, 'not-a-phone');

export const contact = z.strictObject({
  phone,
  email: z.email().optional(),
  residence: words(160).optional(),
});

/** What a registration says about a person: the sections of the registration page. */
export const personFacts = z.strictObject({
  document: identityDocument,
  identity,
  qualifications: qualifications.optional(),
  employment,
  contact,
  /** Absent in entries from before it was asked; a registration now is refused without. */
  intake: intake.optional(),
  photo: photo.optional(),
  evidence: z.array(evidenceItem).max(40).optional(),
});
export type PersonFacts = z.infer<typeof personFacts>;

/** A number that was accepted though its check digit is wrong: by whom, and the image of the document that it was compared with. */
export const numberAccepted = z.strictObject({ signedOffBy: staffId, on: plainDate, image: sha256Hex });

/**
 * The counter's record of a person. `version` counts the entries that touched it. Who was taken over from an older ledger may lack
 * employer and phone, which no registration does.
 */
export const person = personFacts.extend({
  id: personId,
  version: z.int().min(1),
  /** The true day: of a form that was filled in by hand (补录), the day on it. */
  registeredOn: plainDate,
  /** The day it was typed, where that is a later one. */
  enteredOn: plainDate.optional(),
  /** An older ledger may know the employer by name alone. */
  employment: employment.partial({ uscc: true, engagement: true }).optional(),
  contact: contact.extend({ phone: phone.optional() }),
  intake: keptIntake.optional(),
  numberAccepted: numberAccepted.optional(),
  /** Alike people that a clerk looked at and told from this one when it was registered. */
  toldFrom: z
    .array(z.strictObject({ personId, why: z.string().max(40) }))
    .max(500)
    .optional(),
  /** The newest correction of who it is: papers printed before it are no first prints of the same paper any more. */
  identityCorrectedBy: entryId.optional(),
  /** 撤回同意: optional purposes ended on that day. */
  consentWithdrawnOn: plainDate.optional(),
  /** The data has gone; what is left is that there was somebody. */
  redacted: z.strictObject({ on: plainDate, because: z.enum(['retention', 'request']) }).optional(),
});
export type Person = z.infer<typeof person>;
