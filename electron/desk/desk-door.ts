import { implement, ORPCError, ValidationError } from '@orpc/server';
import { deskContract } from '../../shared/contract/desk.ts';
import type { CallMeta } from '../../shared/contract/desk-call.ts';
import { Refusal, refuse } from '../../shared/domain/refusal.ts';
import { mayDo, type Staff } from '../../shared/domain/staff/staff.ts';

/** What the door asks about who sits at the desk. */
export interface DeskDoor {
  /** The signed-in member of staff; undefined before sign-in and after sign-out. */
  caller(): Staff | undefined;
  isLocked(): boolean;
  isEnrolled(): boolean;
  /** Called for every call that gets through, so that the idle lock begins anew. */
  onActivity(): void;
  /** What another room's expected failure (a full disk, records that are being mended) is called at the desk. */
  refusalFor(error: unknown): Refusal | undefined;
  /** A bug: logged under an incident id, which is all that the desk is told. */
  onBug(error: unknown, path: string): string;
}

export interface DeskContext {
  door: DeskDoor;
}

/** Calls that only watch or ask, many times a minute: they don't keep a session awake. */
const passive = new Set(['changes.watch', 'counter.status', 'session.state', 'papers.jobs', 'backup.state', 'restore.progress']);

const base = implement(deskContract).$context<DeskContext>();

/**
 * The checked door between the desk and the program. Right and session are checked in main on every call, before the input is looked
 * at; expected failures leave as typed errors, bugs under an incident id.
 */
export const deskCalls = base.use(async ({ context: { door }, procedure, path, next }, input) => {
  const name = path.join('.');
  const { meta, inputSchema } = procedure['~orpc'];
  try {
    checkRight(door, (meta as CallMeta).right);
    if (!inputSchema && input !== undefined) refuse('bad-input', { fields: [{ path: '', code: 'not-accepted' }] });
    if (!passive.has(name)) door.onActivity();
    return await next();
  } catch (error) {
    throw typedError(door.refusalFor(error) ?? error, (bug) => door.onBug(bug, name));
  }
});

function checkRight(door: DeskDoor, right: CallMeta['right']): void {
  if (right === 'anyone') return;
  if (!door.isEnrolled()) refuse('not-enrolled', {});
  const caller = door.caller();
  if (!caller) refuse('signed-out', {});
  if (door.isLocked()) refuse('session-locked', {});
  if (!mayDo(caller.role, right)) refuse('not-allowed', { right });
}

function typedError(error: unknown, onBug: (error: unknown) => string): unknown {
  if (error instanceof Refusal) return new ORPCError(error.code, { status: 400, data: error.details });
  if (error instanceof ORPCError) {
    const cause = error.cause;
    if (error.code !== 'BAD_REQUEST' || !(cause instanceof ValidationError)) return error;
    const fields = cause.issues.slice(0, 20).map((issue) => ({ path: pathText(issue.path), code: issue.message.slice(0, 200) }));
    return new ORPCError('bad-input', { status: 400, data: { fields } });
  }
  return new ORPCError('INTERNAL_SERVER_ERROR', { status: 500, data: { incident: onBug(error) } });
}

function pathText(path: ValidationError['issues'][number]['path']): string {
  return (path ?? [])
    .map((part) => String(typeof part === 'object' ? part.key : part))
    .join('.')
    .slice(0, 200);
}
