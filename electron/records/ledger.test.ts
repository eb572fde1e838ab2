import { describe, expect, test } from 'vitest';
import type { Entry, Row } from '../../shared/domain/entry.ts';
import type { CardNumber, MatterId, PersonId, StaffId } from '../../shared/domain/ids.ts';
import type { PlainDate } from '../../shared/domain/plain-date.ts';
import { Ledger } from './ledger.ts';
import { decodeSnapshot, encodeSnapshot, loadSnapshot } from './ledger-snapshot.ts';

const morning = '2026-03-02T01:00:00.000Z';
const person = (id: string, { version = 1, name = '张伟', number = '15012319900101001X' } = {}) =>
  ({
    kind: 'person',
    id,
    state: {
      id,
      version,
      registeredOn: '2026-03-02',
      document: { kind: 'resident-id', number },
      identity: { name, birthDate: '1990-01-01' },
      employment: { employerName: '医院', uscc: '91150100MA0N000000' },
      contact: { phone: '13812345678' },
    },
  }) as unknown as Row;
const matter = (id: string, personId: string, status: 'received' | 'granted') =>
  ({
    kind: 'recognition',
    id,
    state: {
      id,
      personId,
      version: status === 'received' ? 1 : 2,
      status,
      number: `n-${id}`,
      receivedOn: '2026-03-02',
      receivedBy: 's',
      team: 'talent',
      tier: 'D',
      pack: 'p@1',
      ...(status === 'granted' && { grant: { grantedOn: '2026-03-02', validTo: '2029-03-01', certificateNumber: 'c' } }),
    },
  }) as unknown as Row;
const card = (number: string, matterId: string, state: 'to-make' | 'made') =>
  ({
    kind: 'card',
    id: number,
    state: {
      number,
      personId: 'p1',
      matterId,
      version: state === 'made' ? 2 : 1,
      state,
      validTo: '2029-03-01',
      token: 'SECRET-TOKEN',
    },
  }) as unknown as Row;
const entry = (kind: string, facts: object, wall = morning) => ({ kind, facts, at: { wall } }) as unknown as Entry;

const registered = (id: string) => entry('talent.registered', { person: { id } });
const today = '2026-03-02' as PlainDate;

function morningsWork(): Ledger {
  const ledger = new Ledger();
  const take = (seq: number, taken: Entry, ...rows: Row[]) => ledger.take({ seq, entry: taken, rows });
  take(1, entry('staff.enrolled', {}), {
    kind: 'staff',
    id: 's',
    state: { id: 's' as StaffId, version: 1, number: 'A01', name: '王敏', role: 'clerk' },
  });
  take(2, registered('p1'), person('p1'));
  take(3, registered('p2'), person('p2', { name: '李娜', number: '150123199001010028' }));
  take(4, entry('recognition.received', { recognition: { personId: 'p1' } }), matter('m1', 'p1', 'received'));
  take(5, entry('recognition.received', { recognition: { personId: 'p2' } }), matter('m2', 'p2', 'received'));
  take(6, entry('recognition.granted', { personId: 'p1' }), matter('m1', 'p1', 'granted'));
  return ledger;
}

const ids = (lines: readonly { id: string }[]) => lines.map(({ id }) => id);

describe('the queues', () => {
  test('a received recognition waits until it is granted, then for its card, then for the card’s making', () => {
    const ledger = morningsWork();
    expect(ids(ledger.listOpenRecognitions())).toEqual(['m2']);
    expect(ids(ledger.listUncardedRecognitions(today))).toEqual(['m1']);
    ledger.take({ seq: 7, entry: entry('card.issued', { card: { personId: 'p1' } }), rows: [card('c1', 'm1', 'to-make')] });
    expect(ledger.listUncardedRecognitions(today)).toEqual([]);
    expect(ledger.listCardsToMake(today).map(({ number }) => number)).toEqual(['c1']);
    ledger.take({ seq: 8, entry: entry('card.made', { personId: 'p1' }), rows: [card('c1', 'm1', 'made')] });
    expect(ledger.listCardsToMake(today)).toEqual([]);
  });

  test('a recognition that is no longer in force waits for no card', () => {
    expect(morningsWork().listUncardedRecognitions('2029-03-02' as PlainDate)).toEqual([]);
  });
});

describe('what is known of people', () => {
  test('they are found by their ID number as it is now', () => {
    const ledger = morningsWork();
    expect(ledger.findPersonByIdKey('15012319900101001X')?.id).toBe('p1');
    ledger.take({ seq: 7, entry: registered('p1'), rows: [person('p1', { version: 2, number: '150123199001010036' })] });
    expect(ledger.findPersonByIdKey('15012319900101001X')).toBeUndefined();
    expect(ledger.findPersonByIdKey('150123199001010036')?.id).toBe('p1');
  });

  test('their history is the entries about them, in order, and who was last dealt with comes first', () => {
    const ledger = morningsWork();
    expect(ledger.historyOf('p1' as PersonId)).toEqual([2, 4, 6]);
    expect(ids(ledger.listRecentPeople(9))).toEqual(['p1', 'p2']);
  });

  test('an entry taken twice counts once, and an older row does not undo a newer one', () => {
    const ledger = morningsWork();
    ledger.take({ seq: 3, entry: registered('p2'), rows: [person('p2', { name: '李娜' })] });
    expect(ledger.historyOf('p2' as PersonId)).toEqual([3, 5]);
    expect(ledger.countsOn(today)).toEqual({ registered: 2, recognised: 1, cards: 0, papers: 0, advised: 0 });
    ledger.take({ seq: 7, entry: registered('p1'), rows: [matter('m1', 'p1', 'received')] });
    expect(ledger.recognitions.get('m1' as MatterId)?.status).toBe('granted');
  });

  test('a day is China’s: an evening’s entry in UTC is the next day’s', () => {
    const ledger = new Ledger();
    ledger.take({
      seq: 1,
      entry: entry('talent.registered', { person: { id: 'p1' } }, '2026-03-02T16:30:00.000Z'),
      rows: [person('p1')],
    });
    expect(ledger.countsOn('2026-03-03' as PlainDate).registered).toBe(1);
    expect(ledger.countsOn(today).registered).toBe(0);
  });

  test('no line keeps a card’s token', () => {
    const ledger = morningsWork();
    ledger.take({ seq: 7, entry: entry('card.issued', { card: { personId: 'p1' } }), rows: [card('c1', 'm1', 'to-make')] });
    expect(JSON.stringify(ledger.cards.get('c1' as CardNumber))).not.toContain('SECRET');
  });
});

describe('the snapshot', () => {
  const encode = (ledger: Ledger) => encodeSnapshot({ ledger, mark: null, indexBytes: new Uint8Array([1, 2, 3]) });

  /** The JSON between the head and the index's three bytes: the same content may come in another order of its fields. */
  const contentOf = (ledger: Ledger) => JSON.parse(Buffer.from(encode(ledger)).toString('utf8', 8).slice(0, -3));

  test('brings back a ledger that goes on as if it had never stopped', () => {
    const ledger = morningsWork();
    const kept = decodeSnapshot(encode(ledger));
    expect([...kept.indexBytes]).toEqual([1, 2, 3]);
    for (const each of [ledger, kept.ledger]) {
      each.take({ seq: 7, entry: entry('card.issued', { card: { personId: 'p1' } }), rows: [card('c1', 'm1', 'to-make')] });
      each.take({ seq: 8, entry: registered('p3'), rows: [person('p3', { name: '王芳', number: '150123199001010044' })] });
    }
    expect(contentOf(kept.ledger)).toEqual(contentOf(ledger));
    expect(ids(kept.ledger.listOpenRecognitions())).toEqual(['m2']);
    expect(kept.ledger.findPersonByIdKey('150123199001010028')?.id).toBe('p2');
    expect(kept.ledger.findStaffByNumber('A01')?.name).toBe('王敏');
  });

  test('knows each paper by its name again, a person’s and one that is nobody’s', () => {
    const ledger = morningsWork();
    const paper = (id: string, subject: object, personId?: string) =>
      ({
        kind: 'paper',
        id,
        state: { id, version: 1, subject, ...(personId && { personId }), printedOn: today },
      }) as unknown as Row;
    const rows = [
      paper('a1', { kind: 'receipt-received', matterId: 'm1' }, 'p1'),
      paper('a2', { kind: 'advice-sheet', adviceId: 'q1' }),
      paper('a3', { kind: 'advice-sheet', adviceId: 'q1' }),
      paper('a4', { kind: 'privacy-notice' }),
    ];
    for (const [at, row] of rows.entries())
      ledger.take({ seq: 7 + at, entry: entry('paper.printed', { paper: row.state }), rows: [row] });
    for (const each of [ledger, decodeSnapshot(encode(ledger)).ledger]) {
      expect(ids(each.papersNamed('receipt-received matterId:m1'))).toEqual(['a1']);
      expect(ids(each.papersNamed('advice-sheet adviceId:q1'))).toEqual(['a2', 'a3']);
      expect(ids(each.papersOf('p1' as PersonId))).toEqual(['a1']);
      expect(each.papers.size).toBe(4);
    }
  });

  test('of another format, cut short, or unreadable is none, and never throws', async () => {
    const bytes = encode(morningsWork());
    const newer = bytes.slice();
    newer[3] = 99;
    for (const broken of [newer, bytes.slice(0, bytes.length / 2), new Uint8Array(3), new TextEncoder().encode('{}{}{}{}{}')]) {
      expect(await loadSnapshot({ read: async () => broken, write: async () => undefined })).toMatchObject({
        missing: 'unreadable',
      });
    }
    expect(await loadSnapshot({ read: async () => undefined, write: async () => undefined })).toEqual({ missing: 'none' });
  });
});
