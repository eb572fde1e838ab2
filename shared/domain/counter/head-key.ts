import { z } from 'zod';

/** The public half of the key by which a device signs heads of its journal, as a JWK (OKP, Ed25519), with its kid. */
export const headKey = z.strictObject({ kty: z.literal('OKP'), crv: z.literal('Ed25519'), x: z.string(), kid: z.string() });
export type HeadKey = z.infer<typeof headKey>;
