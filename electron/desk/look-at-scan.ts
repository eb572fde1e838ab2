import { scansOfPerson } from '../../shared/domain/evidence/scans-of-person.ts';
import type { PersonId, Sha256Hex } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { mayDo } from '../../shared/domain/staff/staff.ts';
import type { DeskRoom, OpenCounter } from './open-counter.ts';

export interface LookAtScan {
  readonly sha256: Sha256Hex;
  /** Whose record names it; absent while a form is still being filled in. */
  readonly personId?: PersonId | undefined;
  readonly reason?: string | undefined;
}

interface Seen {
  /** Scans that were stored since this clerk signed in: they have the paper before them. */
  readonly stored: Set<Sha256Hex>;
  /** Numbered scans that this clerk has given a reason for. */
  readonly explained: Set<string>;
}

/** Gone with the sign-in: an open counter is one clerk's. */
const seen = new WeakMap<OpenCounter, Seen>();

function seenBy(counter: OpenCounter): Seen {
  const known = seen.get(counter) ?? { stored: new Set(), explained: new Set() };
  seen.set(counter, known);
  return known;
}

export function noteStored(counter: OpenCounter, sha256: Sha256Hex): void {
  seenBy(counter).stored.add(sha256);
}

/**
 * Whether a scan may be looked at, and the entry that looking at a whole number leaves. A scan is looked at as somebody's, and their record
 * must name it: its hash alone opens nothing. Refuses `not-found`, `not-allowed`, `reason-needed`, once per scan and sign-in.
 */
export async function mayLookAt(room: DeskRoom, { sha256, personId, reason }: LookAtScan): Promise<void> {
  const counter = room.counter();
  if (personId === undefined) {
    if (!(await isAtHand(room, sha256))) refuse('not-found', { what: 'scan' });
    return;
  }
  const named = await namedScan(counter, personId, sha256);
  // A form about somebody on record holds what was stored just now, and isn't theirs yet.
  if (!named) return (await isAtHand(room, sha256)) ? undefined : refuse('not-found', { what: 'scan' });
  const { explained } = seenBy(counter);
  const key = `${personId} ${sha256}`;
  if (!named.numbered || explained.has(key)) return;
  const { id, role } = room.staff();
  if (!mayDo(role, 'talent.uncover')) refuse('not-allowed', { right: 'talent.uncover' });
  if (!reason) refuse('reason-needed', {});
  await counter.decisions.record(id, [`person:${personId}`], async () => ({
    kind: 'id-number.uncovered',
    command: { personId, sha256 },
    facts: { personId, reason, scan: sha256 },
  }));
  explained.add(key);
}

async function namedScan({ ledger, records }: OpenCounter, personId: PersonId, sha256: Sha256Hex) {
  const person = (await records.get('person', personId)) ?? refuse('not-found', { what: 'person' });
  const found = await Promise.all(ledger.recognitionsOf(personId).map((id) => records.get('recognition', id)));
  const scans = scansOfPerson(
    person,
    found.filter((one) => one !== undefined),
  );
  return scans.find((one) => one.sha256 === sha256);
}

const formsBeingFilledIn = ['draft/', 'recognise-form/'];

/** Stored in this sitting, or named by a form that is still being filled in, by whoever fills in such forms. */
async function isAtHand(room: DeskRoom, sha256: Sha256Hex): Promise<boolean> {
  const counter = room.counter();
  if (seenBy(counter).stored.has(sha256)) return true;
  if (!mayDo(room.staff().role, 'talent.register')) return false;
  for (const prefix of formsBeingFilledIn) {
    for (const name of await counter.files.list(prefix)) {
      const bytes = await counter.files.readIfWhole(name);
      if (bytes && Buffer.from(bytes).includes(sha256)) return true;
    }
  }
  return false;
}
