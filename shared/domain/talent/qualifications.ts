import { z } from 'zod';
import { plainDate } from '../plain-date.ts';

const words = (max: number) => z.string().min(1).max(max);
const code = (places: RegExp) => z.string().regex(places, 'not-a-code');

/** 学历 and 学位, as one certificate or a pair of them says. */
export const education = z.strictObject({
  /** GB/T 4658. */
  level: code(/^\d{2}$/),
  /** GB/T 6864; absent without a degree. */
  degree: code(/^\d{1,3}$/).optional(),
  school: words(100),
  major: words(100).optional(),
  completedOn: plainDate.optional(),
  certificateNumber: words(60).optional(),
  degreeNumber: words(60).optional(),
  /** 学信网在线验证码, and until when it can be looked up. */
  onlineCode: z
    .string()
    .regex(/^[0-9A-Z]{12,18}$/, 'not-an-online-code')
    .optional(),
  onlineCodeExpiresOn: plainDate.optional(),
  /** 国（境）外学历学位认证书编号. */
  overseasReport: words(60).optional(),
});
export type Education = z.infer<typeof education>;

/** 职称. */
export const professionalTitle = z.strictObject({
  /** Of GB/T 8561, with its series and level; absent for one that the table lacks, which has its own words. */
  code: code(/^\d{3}$/).optional(),
  name: words(60),
  number: words(60).optional(),
  issuer: words(100).optional(),
  awardedOn: plainDate.optional(),
});
export type TitleRecord = z.infer<typeof professionalTitle>;

/** 职业技能等级, by the eight levels (新八级工). */
export const skill = z.strictObject({
  /** 1 (学徒工) to 8 (首席技师). */
  rank: z.int().min(1).max(8),
  occupation: words(60),
  number: words(60).optional(),
  issuer: words(100).optional(),
  awardedOn: plainDate.optional(),
});
export type SkillRecord = z.infer<typeof skill>;

/** 学历职称: what a person has learnt and was awarded, highest first as the clerk enters it. */
export const qualifications = z.strictObject({
  educations: z.array(education).max(6),
  titles: z.array(professionalTitle).max(6),
  skills: z.array(skill).max(6),
});
export type Qualifications = z.infer<typeof qualifications>;
