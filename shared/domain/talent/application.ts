import { z } from 'zod';
import { batchId, sha256Hex, staffId } from '../ids.ts';
import { plainDate } from '../plain-date.ts';
import { idKind } from './id-kind.ts';

const words = (max: number) => z.string().min(1).max(max);

/** 本人, 单位经办人, 受托代理人, 法定监护人. */
export const applicantRole = z.enum(['self', 'employer', 'proxy', 'guardian']);
export type ApplicantRole = z.infer<typeof applicantRole>;

/**
 * Who stands at the counter. Anybody but the person shows their own document and a 授权委托书 (a guardian: proof of guardianship), which
 * never replace the person's own notice.
 */
export const applicant = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('self') }),
  z.strictObject({
    role: applicantRole.exclude(['self']),
    name: words(100),
    document: z.strictObject({ kind: idKind, number: z.string().regex(/^[0-9A-Z]{5,18}$/, 'not-an-id-number') }),
    phone: z
      .string()
      .regex(/^\+?\d{5,20}$/, 'not-a-phone')
      .optional(),
    /** 授权委托书 or proof of guardianship: what it covers and until when; its scan is among the materials. */
    authorisation: z.strictObject({ scope: words(200), expiresOn: plainDate.optional() }),
  }),
]);
export type Applicant = z.infer<typeof applicant>;

/** 个人信息处理告知书: which version, for what, when it was given, and that its receipt was signed on paper. */
export const givenNotice = z.strictObject({
  version: words(40),
  purposes: z
    .array(z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'not-a-code'))
    .min(1)
    .max(20),
  givenOn: plainDate,
  /** The scan of the signed receipt, where there is one; the paper itself lies with the case. */
  receipt: sha256Hex.optional(),
});
export type GivenNotice = z.infer<typeof givenNotice>;

/** 补录: a form that was filled in by hand while there was no computer; its true date, and why. */
export const backdating = z.strictObject({ on: plainDate, reason: words(200) });
export type Backdating = z.infer<typeof backdating>;

/** How a registration came in. */
export const intake = z.strictObject({
  applicant,
  notice: givenNotice,
  backdated: backdating.optional(),
  /** 批量代收: the employer's hand-in that this person belongs to. */
  batch: batchId.optional(),
});
export type Intake = z.infer<typeof intake>;

/** What main adds to an intake: the clerk who began with this person (首问). */
export const keptIntake = intake.extend({ firstClerk: staffId });
