import type { Entry, Row, RowRef, RowState } from '../entry.ts';
import type { Sha256Hex } from '../ids.ts';
import type { PlainDate } from '../plain-date.ts';
import type { Remains } from './redaction.ts';

/** The rows that a redaction leaves, and the blocks whose use it remembers. */
export function redactionRows(entry: Entry): RowRef[] {
  if (entry.kind !== 'person.redacted') return [];
  const { remains, blocks } = entry.facts;
  return [
    ...remains.map((one) => ({ kind: one.kind, id: idOf(one) })),
    ...blocks.map(({ id }) => ({ kind: 'number-block' as const, id })),
  ];
}

function idOf(one: Remains): string {
  if ('id' in one) return one.id;
  return one.kind === 'card' ? one.left.number : one.left.id;
}

/**
 * A row after its person's redaction: what the entry says is left, and nothing of what was there before, so that a rebuild from a
 * journal without the old entries comes to the same.
 */
export function evolveRedaction(
  { facts: { personId, on, because, remains, blocks } }: Entry<'person.redacted'>,
  ref: RowRef,
  before: RowState[Row['kind']] | undefined,
): Row {
  if (ref.kind === 'number-block') {
    const block = before as RowState['number-block'] | undefined;
    if (!block) throw new Error(`no number-block ${ref.id} for the entry to build on`);
    const used = Math.max(block.used, blocks.find(({ id }) => id === ref.id)?.used ?? 0);
    return { kind: 'number-block', id: ref.id, state: { ...block, version: block.version + 1, used } };
  }
  const left = remains.find((one) => one.kind === ref.kind && idOf(one) === ref.id);
  switch (left?.kind) {
    case 'person': {
      const { version, registeredOn } = left;
      return {
        kind: 'person',
        id: ref.id,
        state: {
          id: personId,
          version,
          registeredOn,
          document: { kind: 'resident-id', number: '' },
          identity: { name: '', sex: '0', birthDate: '' as PlainDate, nationality: '' },
          contact: {},
          redacted: { on, because },
        },
      };
    }
    case 'recognition':
      return { kind: 'recognition', id: ref.id, state: left.left };
    case 'card':
      return { kind: 'card', id: ref.id, state: { ...left.left, name: '' } };
    case 'paper':
      return { kind: 'paper', id: ref.id, state: { ...left.left, values: {}, pdfSha256: '0'.repeat(64) as Sha256Hex } };
    case 'approval': {
      // What was asked for told of the person; a request that was answered asks for nothing any more.
      const asked = { act: 'redacted' } as unknown as RowState['approval']['asked'];
      return { kind: 'approval', id: ref.id, state: { ...left.left, asked, seen: true } };
    }
    case 'request':
      return { kind: 'request', id: ref.id, state: { ...left.left, asker: { role: 'self' }, words: '' } };
    case 'batch': {
      const batch = before as RowState['batch'] | undefined;
      if (!batch) throw new Error(`no batch ${ref.id} for the entry to build on`);
      const people = batch.people.filter((id) => id !== personId);
      return { kind: 'batch', id: ref.id, state: { ...batch, version: left.version, people } };
    }
    default:
      throw new Error(`person.redacted leaves no ${ref.kind} ${ref.id}`);
  }
}
