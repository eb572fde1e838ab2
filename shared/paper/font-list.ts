import { z } from 'zod';

const fileName = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/, 'not-a-file-name');
const sha256 = z.string().regex(/^[0-9a-f]{64}$/, 'not-a-sha256');

export const fontWeight = z.union([z.literal(400), z.literal(700)]);
export type FontWeight = z.infer<typeof fontWeight>;

/** The font families of the program itself. `rare`: ideographs up to Extension F that the first two lack. */
export const ownFamily = z.enum(['serif', 'sans', 'rare', 'mongolian']);

const npmPath = z.string().regex(/^@[a-z0-9-]+\/[a-z0-9-]+\/[A-Za-z0-9_./-]+$/, 'not-a-package-path');

/** resources/fonts.json: every font that is put into resources/fonts, where it comes from and what it must be, byte for byte. */
export const fontList = z.strictObject({
  schema: z.literal(1),
  fonts: z
    .array(
      z.strictObject({
        file: fileName,
        family: ownFamily,
        weight: fontWeight,
        sha256,
        from: z.union([z.strictObject({ npm: npmPath }), z.strictObject({ debian: z.string(), path: z.string() })]),
        licence: z.union([z.strictObject({ file: fileName, npm: npmPath }), z.strictObject({ file: fileName, git: z.string() })]),
      }),
    )
    .min(1),
});
export type FontList = z.infer<typeof fontList>;
export type ListedFont = FontList['fonts'][number];

/**
 * resources/fonts/further.json, where an office keeps fonts of its own beside ours. With `family` the font is a family that layouts may
 * name (仿宋); without, it only draws what every font of ours lacks (Extensions G to I). Nothing of ours is ever replaced.
 */
export const furtherFonts = z.strictObject({
  schema: z.literal(1),
  fonts: z.array(
    z.strictObject({
      file: fileName,
      sha256,
      family: z
        .string()
        .min(1)
        .max(40)
        .refine((name) => !ownFamily.options.some((own) => own === name), 'family-is-ours')
        .optional(),
      weight: fontWeight.default(400),
    }),
  ),
});
export type FurtherFonts = z.infer<typeof furtherFonts>;
