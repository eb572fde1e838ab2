import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CardNumber, MatterId, PersonId, StaffId } from '../ids.ts';
import type { Recognition } from '../matter/recognition.ts';
import { toPlainDate } from '../plain-date.ts';
import { Refusal } from '../refusal.ts';
import type { Person } from '../talent/person.ts';
import type { Card } from './card.ts';
import {
  type CardAct,
  type CardState,
  cardAct,
  cardActsOn,
  cardLife,
  cardState,
  isLiveCard,
  isUncollected,
} from './card-life.ts';
import { type ChangeAct, changeCard, changeEntry, replaceCard } from './change-card.ts';

const today = toPlainDate('2026-11-25');
const [clerk, supervisor] = ['clerk' as StaffId, 'supervisor' as StaffId];

const made: Card = {
  number: '202610000017' as CardNumber,
  version: 2,
  personId: 'person' as PersonId,
  matterId: 'matter' as MatterId,
  name: '额尔敦·巴图',
  team: 'leading',
  tier: 'b',
  pack: 'pack@1.0.0',
  state: 'made',
  madeOn: today,
  issuedOn: today,
  validTo: toPlainDate('2029-11-25'),
  kid: 'kid',
  token: 'token',
};

const collector = { role: 'self', name: '额尔敦·巴图' } as const;
const change = (card: Card, act: ChangeAct, more = {}) =>
  changeCard(
    { act, reason: '原因', collector, ...more },
    { card, today, staffId: clerk, papers: ['paper' as never], signedOffBy: supervisor },
  );

function refusedWith(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    return error instanceof Refusal ? error.code : 'another error';
  }
  return undefined;
}

const recognition = {
  id: 'matter',
  team: 'leading',
  tier: 'b',
  pack: 'pack@1.0.0',
  grant: { validTo: '2029-11-25' },
} as unknown as Recognition;
const person = { id: 'person', identity: { name: '额尔敦·巴图' } } as unknown as Person;

describe("a card's life", () => {
  test('goes from the printer to the hand, to a loss report and back', () => {
    expect(change(made, 'call-in').to).toBe('awaiting');
    const collected = change({ ...made, state: 'awaiting' }, 'hand-over');
    expect(collected).toMatchObject({ to: 'collected', collected: { by: collector, on: today, handedOverBy: clerk } });
    expect(change({ ...made, state: 'collected' }, 'report-lost').to).toBe('lost');
    expect(change({ ...made, state: 'lost', before: 'collected' }, 'restore').to).toBe('collected');
  });

  test('a spoilt card is made once more, and its prints are named', () => {
    const facts = changeCard(
      { act: 'void', reason: '卡面划伤' },
      { card: made, today, staffId: clerk, papers: ['paper' as never], signedOffBy: supervisor },
    );
    expect(facts).toMatchObject({ to: 'to-make', voidedPapers: ['paper'], signedOffBy: supervisor });
  });

  test("a revoked card can't be handed over, restored or replaced", () => {
    const revoked: Card = { ...made, state: 'revoked' };
    for (const act of ['hand-over', 'restore', 'resume', 'cancel'] as const)
      expect(
        refusedWith(() => change(revoked, act)),
        act,
      ).toBe('not-in-this-state');
    expect(cardActsOn({ ...revoked, printed: true }, today)).toEqual(['take-back']);
  });

  test('an issue is undone on its own day alone', () => {
    expect(change(made, 'undo-issue').to).toBe('cancelled');
    const older = { ...made, issuedOn: toPlainDate('2026-11-24') };
    expect(refusedWith(() => change(older, 'undo-issue'))).toBe('not-in-this-state');
  });

  test('what ends or spoils a card takes a reason and a second person', () => {
    for (const act of ['void', 'cancel', 'undo-issue', 'revoke'] as const) {
      const context = { card: made, today, staffId: clerk, papers: ['paper' as never] };
      expect(
        refusedWith(() => changeCard({ act, reason: '原因' }, context)),
        act,
      ).toBe('sign-off-needed');
      const alone = { ...context, signedOffBy: clerk };
      expect(
        refusedWith(() => changeCard({ act, reason: '原因' }, alone)),
        act,
      ).toBe('second-person-needed');
      expect(
        refusedWith(() => changeCard({ act }, { ...context, signedOffBy: supervisor })),
        act,
      ).toBe('field-refused');
    }
  });

  test('who collects for another shows a document', () => {
    expect(refusedWith(() => change(made, 'hand-over', { collector: { role: 'employer', name: '李静' } }))).toBe('field-refused');
    expect(change(made, 'hand-over', { collector: { role: 'employer', name: '李静', documentTail: '390X' } }).to).toBe(
      'collected',
    );
    expect(refusedWith(() => change(made, 'hand-over', { collector: undefined }))).toBe('field-refused');
  });

  test('a card past its last day has lapsed, whatever it was before', () => {
    const last = { ...made, state: 'collected' as const, validTo: today };
    expect(isLiveCard(last, today)).toBe(true);
    const over = { ...last, validTo: toPlainDate('2026-11-24') };
    expect(isLiveCard(over, today)).toBe(false);
    expect(refusedWith(() => change(over, 'report-lost'))).toBe('not-in-this-state');
    expect(change(over, 'take-back').to).toBe('returned');
  });

  test('a lapsed card beside a new one leads to no third', () => {
    const lapsed: Card = { ...made, state: 'collected', validTo: toPlainDate('2026-11-24') };
    const newer: Card = { ...made, number: '202610000025' as CardNumber };
    const replace = (cards: Card[]) =>
      replaceCard('expiring', {
        card: lapsed,
        person,
        recognitions: [recognition],
        cards,
        number: '202610000033' as CardNumber,
        today,
      });
    expect(replace([lapsed]).next).toMatchObject({ replaces: lapsed.number, state: 'to-make' });
    expect(refusedWith(() => replace([lapsed, newer]))).toBe('live-card-exists');
  });

  test("plastic that never was can't be taken back, and what was never printed isn't spoilt", () => {
    const { madeOn: _, ...unmade } = { ...made, state: 'cancelled' as const };
    expect(refusedWith(() => change(unmade, 'take-back'))).toBe('not-in-this-state');
    expect(change({ ...unmade, madeOn: today }, 'take-back').to).toBe('returned');
    const half: Card = { ...unmade, state: 'to-make' };
    expect(change(half, 'void')).toMatchObject({ from: 'to-make', to: 'to-make', voidedPapers: ['paper'] });
    const unprinted = { card: half, today, staffId: clerk, papers: [], signedOffBy: supervisor };
    expect(refusedWith(() => changeCard({ act: 'void', reason: '原因' }, unprinted))).toBe('not-in-this-state');
  });

  test('a made card that nobody comes for is told from one that waits, by its days and for as long as it is live', () => {
    const waiting = { ...made, state: 'awaiting' as const, since: toPlainDate('2026-08-27') };
    expect(isUncollected(waiting, today, 90)).toBe(false);
    expect(isUncollected({ ...waiting, since: toPlainDate('2026-08-26') }, today, 90)).toBe(true);
    expect(isUncollected({ ...waiting, state: 'collected' }, today, 1)).toBe(false);
    expect(isUncollected({ ...waiting, validTo: toPlainDate('2026-11-24') }, today, 1)).toBe(false);
  });

  test('every act but printing and replacing leaves an entry of its own', () => {
    const kinds = Object.values(changeEntry);
    expect(new Set(kinds).size).toBe(cardAct.options.length - 2);
    expect(Object.keys(changeEntry).sort()).toEqual(cardAct.options.filter((act) => act !== 'print' && act !== 'replace').sort());
  });
});

/** Written anew from domain.md §5, and from nothing else: which states a card can come to from where. */
const model: Record<string, readonly CardState[]> = {
  'to-make': ['to-make', 'cancelled', 'revoked'],
  made: ['to-make', 'awaiting', 'collected', 'replaced', 'cancelled', 'revoked'],
  awaiting: ['to-make', 'collected', 'replaced', 'cancelled', 'revoked'],
  collected: ['lost', 'suspended', 'replaced', 'cancelled', 'revoked'],
  lost: ['collected', 'suspended', 'replaced', 'cancelled', 'revoked'],
  suspended: ['collected', 'lost', 'cancelled', 'revoked'],
  replaced: ['returned'],
  cancelled: ['returned'],
  revoked: ['returned'],
  returned: ['destroyed'],
  destroyed: [],
};

test('any acts in any order keep a card on the ways that the office knows, and destroyed is the end', () => {
  const acts = fc.array(fc.constantFrom(...(Object.keys(changeEntry) as ChangeAct[])), { maxLength: 30 });
  fc.assert(
    fc.property(acts, (sequence) => {
      let card: Card = { ...made, state: 'to-make' };
      for (const act of sequence) {
        if (card.state === 'to-make') card = { ...card, state: 'made' };
        const allowed: readonly CardAct[] = cardActsOn({ ...card, printed: true }, today);
        const code = refusedWith(() => change(card, act));
        expect(code === undefined).toBe(allowed.includes(act));
        if (code) continue;
        const { to } = change(card, act);
        expect(model[card.state]).toContain(to);
        const { before: _, ...rest } = card;
        card = { ...rest, state: to, ...((act === 'report-lost' || act === 'suspend') && { before: card.state }) };
      }
    }),
    { seed: 7, numRuns: 400 },
  );
  expect(Object.keys(cardLife.destroyed)).toEqual([]);
  expect(Object.keys(cardLife).sort()).toEqual([...cardState.options].sort());
});
