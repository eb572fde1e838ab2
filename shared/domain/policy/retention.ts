import { z } from 'zod';

const days = z.int().min(30).max(3_650);

/** How long a person's data may stay on this computer once the central side has it, counted from the last entry about them. */
export const packRetention = z.strictObject({
  /** Of somebody who was registered and applied for nothing. */
  registrationDays: days,
  /** Of somebody with an application or a card. */
  recognitionDays: days,
  /** 保管期限 of a recognition: until it is over the law needs the file, and a request to erase it is refused. */
  archiveYears: z.int().min(0).max(100),
});
export type PackRetention = z.infer<typeof packRetention>;

/** What a counter goes by whose pack says nothing. 示例: the policy names no periods. */
const defaultRetention: PackRetention = { registrationDays: 365, recognitionDays: 365, archiveYears: 30 };

/** The rule of a pack, or the counter's own where it has none. */
export function retentionOf(pack: { retention?: PackRetention | undefined }): PackRetention {
  return pack.retention ?? defaultRetention;
}
