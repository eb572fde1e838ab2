import { z } from 'zod';

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
  /** The public half of the device's card key, as a JWK (OKP, Ed25519), with its kid. */
  cardKey: z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string() }),
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
