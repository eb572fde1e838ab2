import type { HandedMaterial } from '../../shared/domain/matter/application-facts.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { RefusedField } from '../../shared/domain/talent/refused-field.ts';
import { checkScan } from './check-stored.ts';
import type { DeskRoom } from './open-counter.ts';

/** Every scan is there, and is what the page says it is, as with a registration's evidence. Refuses `field-refused`. */
export async function mustBeStored(room: DeskRoom, materials: readonly HandedMaterial[]): Promise<void> {
  const { attachments } = room.counter();
  const fields: RefusedField[] = [];
  for (const [at, { file }] of materials.entries()) {
    if (file) fields.push(...(await checkScan(file, `materials.${at}.file`, attachments)));
  }
  if (fields.length > 0) refuse('field-refused', { fields });
}
