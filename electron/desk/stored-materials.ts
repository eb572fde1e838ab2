import type { HandedMaterial } from '../../shared/domain/matter/application-facts.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { DeskRoom } from './open-counter.ts';

/** A scan that was never stored would prove nothing to whoever asks for it later. Refuses `field-refused`. */
export async function mustBeStored(room: DeskRoom, materials: readonly HandedMaterial[]): Promise<void> {
  const { attachments } = room.counter();
  const stored = await Promise.all(materials.map(async ({ file }) => !file || (await attachments.has(file.sha256))));
  const fields = stored.flatMap((there, at) => (there ? [] : [{ path: `materials.${at}.file`, code: 'required' }]));
  if (fields.length > 0) refuse('field-refused', { fields });
}
