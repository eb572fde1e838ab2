import { z } from 'zod';
import { evidenceItem, photo } from '../domain/evidence/evidence-item.ts';
import { batchId, personId, sha256Hex } from '../domain/ids.ts';
import { plainDate } from '../domain/plain-date.ts';
import { applicantRole, backdating, givenNotice } from '../domain/talent/application.ts';
import { idKind } from '../domain/talent/id-kind.ts';
import { qualifications } from '../domain/talent/qualifications.ts';

/** What makes somebody likely to be the same person; the same number of the same document is certain, and stops. */
export const alikeBecause = z.enum(['name-and-birth-date', 'pinyin-and-birth-date', 'phone']);
export type AlikeBecause = z.infer<typeof alikeBecause>;

/** Who stood at the counter, their own numbers covered. */
const shownApplicant = z.strictObject({
  role: applicantRole,
  /** All but the role are absent where the person came in person. */
  name: z.string().optional(),
  idKind: idKind.optional(),
  maskedNumber: z.string().optional(),
  maskedPhone: z.string().optional(),
  authorisation: z.strictObject({ scope: z.string(), expiresOn: plainDate.optional(), expired: z.boolean() }).optional(),
});

const shownIntake = z.strictObject({
  applicant: shownApplicant,
  notice: givenNotice,
  backdated: backdating.optional(),
  batch: z.strictObject({ id: batchId, employerName: z.string() }).optional(),
  /** 首问: a name. */
  firstClerk: z.string(),
});

const shownEvidence = evidenceItem.omit({ originalSeen: true }).extend({
  /** 原件核对人, by name. */
  originalSeen: z.strictObject({ by: z.string(), on: plainDate }).optional(),
  /** It was to hold until a day that is over. */
  expired: z.boolean(),
});

/** The parts of a person's page that a whole registration brings, beside document, identity, employment and contact. */
export const personDetails = {
  /** The day it was typed, where `registeredOn` is an earlier one (补录). */
  enteredOn: plainDate.optional(),
  qualifications: qualifications.optional(),
  /** Absent for whoever was registered before it was asked, or taken over. */
  intake: shownIntake.optional(),
  evidence: z.array(shownEvidence),
  photo: photo.optional(),
  /** A wrong check digit that a second person accepted: their name, the day, and the image. */
  numberAccepted: z.strictObject({ signedOffBy: z.string(), on: plainDate, image: sha256Hex }).optional(),
  /** Alike people whom a clerk told from this one. */
  toldFrom: z.array(z.strictObject({ personId, name: z.string(), why: z.string() })),
};
