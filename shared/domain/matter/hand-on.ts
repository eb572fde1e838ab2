import type { EntryFacts } from '../entry.ts';
import type { StaffId } from '../ids.ts';
import { refuse } from '../refusal.ts';
import { mayDo, type Staff } from '../staff/staff.ts';
import type { Recognition } from './recognition.ts';
import { findOpenRecognition } from './standing.ts';

type Handled = Pick<Recognition, 'id' | 'personId' | 'status' | 'receivedBy' | 'handling'>;

/** 办理人: whom a matter was handed on to last, or else whoever received it. */
export function handlerOf({ receivedBy, handling }: Pick<Recognition, 'receivedBy' | 'handling'>): StaffId {
  return handling?.by ?? receivedBy;
}

/** Whether it was handed to them and they haven't said yet that they have it. */
export function awaitsTakingOn({ handling }: Pick<Recognition, 'handling'>, staffId: StaffId): boolean {
  return handling?.by === staffId && handling.takenOnAt === undefined;
}

/** Whether a member of staff can be handed matters: whoever takes them in. */
export function mayHandle({ role }: Pick<Staff, 'role'>): boolean {
  return mayDo(role, 'recognition.receive');
}

export interface HandOnContext {
  readonly matters: readonly Handled[];
  /** Whom they go to; undefined for somebody who isn't on the staff. */
  readonly to: Staff | undefined;
  readonly staff: Pick<Staff, 'id' | 'role'>;
}

/**
 * 交接: hands open matters on. A clerk hands on their own; whoever may reassign hands on an absent colleague's, too. Matters that the
 * receiver handles already stay as they are. Refuses `field-refused` for a receiver who can't have them, `not-in-this-state` for a
 * matter that isn't open, and `belongs-to-another`.
 */
export function handOn(note: string | undefined, { matters, to, staff }: HandOnContext): EntryFacts<'matters.handed-over'> {
  if (!to || !mayHandle(to)) refuse('field-refused', { fields: [{ path: 'to', code: 'not-a-colleague' }] });
  for (const matter of matters) {
    if (!findOpenRecognition([matter])) refuse('not-in-this-state', { status: matter.status });
    if (handlerOf(matter) !== staff.id && !mayDo(staff.role, 'matter.reassign')) refuse('belongs-to-another', {});
  }
  const going = matters.filter((matter) => handlerOf(matter) !== to.id);
  if (going.length === 0) refuse('field-refused', { fields: [{ path: 'to', code: 'not-a-colleague' }] });
  return {
    matters: going.map((matter) => ({ matterId: matter.id, personId: matter.personId, from: handlerOf(matter) })),
    to: to.id,
    ...(note && { note }),
  };
}

/** The receiver says that they have them; what was taken on before is let go. Undefined where nothing is left. */
export function takeOn(matters: readonly Handled[], staffId: StaffId): EntryFacts<'matters.taken-on'> | undefined {
  if (matters.some((matter) => handlerOf(matter) !== staffId)) refuse('belongs-to-another', {});
  const taken = matters.filter((matter) => awaitsTakingOn(matter, staffId));
  if (taken.length === 0) return undefined;
  return { matters: taken.map(({ id: matterId, personId }) => ({ matterId, personId })) };
}
