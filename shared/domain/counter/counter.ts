import { z } from 'zod';

/** The public half of a device's card key, as a JWK (OKP, Ed25519), with its kid. */
const cardKey = z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string() });

/** A counter: one laptop with its own journal, device id and keys. */
export const counter = z.strictObject({
  deviceId: z.string(),
  /** Short code that people see, such as `T01`. */
  code: z.string(),
  trial: z.boolean(),
  office: z.strictObject({
    name: z.string(),
    nameEn: z.string(),
    address: z.string(),
    enquiryPhone: z.string(),
    supervisionPhone: z.string(),
  }),
  cardKey,
  /** Keys of the devices whose backups this one was restored from: nothing is signed by them any more, and what was stays good. */
  formerCardKeys: z.array(cardKey).optional(),
});
export type Counter = z.infer<typeof counter>;

export const numberSeries = z.enum(['card', 'certificate', 'matter']);
export type NumberSeries = z.infer<typeof numberSeries>;

/** A leased run of numbers: serials `start`..`end` of a series and year. The year is part of the series. */
export const numberBlock = z.strictObject({
  id: z.string(),
  series: numberSeries,
  year: z.int(),
  start: z.int().min(1),
  end: z.int().max(999_999),
  trial: z.boolean(),
});
export type NumberBlock = z.infer<typeof numberBlock>;
