import { describe, expect, test } from 'vitest';
import type { StaffId } from '../../shared/domain/ids.ts';
import { Refusal, refuse } from '../../shared/domain/refusal.ts';
import { onTicket } from './on-ticket.ts';
import { SignOffTickets } from './sign-off-tickets.ts';

const staffId = 'someone' as StaffId;
const granting = { act: 'recognition.grant', subjectId: 'matter-1' } as const;

/** Who signed, as the act on it was told; the ticket is spent by it. */
function spend(tickets: SignOffTickets, ticket: string, thing: Parameters<SignOffTickets['hold']>[1]): StaffId | undefined {
  const held = tickets.hold(ticket, thing);
  held?.spend();
  return held?.staffId;
}

describe('a second person’s sign-off', () => {
  test('is good once, for its act and its thing alone', () => {
    const tickets = new SignOffTickets(() => 0);
    expect(spend(tickets, tickets.give(granting, staffId), { ...granting, subjectId: 'matter-2' })).toBeUndefined();
    const ticket = tickets.give(granting, staffId);
    expect(spend(tickets, ticket, granting)).toBe(staffId);
    expect(spend(tickets, ticket, granting)).toBeUndefined();
  });

  test('for 注销 is none for 撤销 of the same card, and is gone once it was shown for it', () => {
    const tickets = new SignOffTickets(() => 0);
    const cancelling = { act: 'card.cancel', subjectId: '202610000017' } as const;
    const ticket = tickets.give(cancelling, staffId);
    expect(spend(tickets, ticket, { ...cancelling, act: 'card.revoke' })).toBeUndefined();
    expect(spend(tickets, ticket, cancelling)).toBeUndefined();
  });

  test('is too old after two minutes', () => {
    let now = 0;
    const tickets = new SignOffTickets(() => now);
    const ticket = tickets.give(granting, staffId);
    now = 120_001;
    expect(spend(tickets, ticket, granting)).toBeUndefined();
  });

  test('of a document number outlasts the filling in of a registration, and no longer', () => {
    let now = 0;
    const tickets = new SignOffTickets(() => now);
    const accepting = { act: 'document.accept', subjectId: '150602199603183901 image' } as const;
    const [first = '', second = ''] = [1, 2].map(() => tickets.give(accepting, staffId));
    now = 29 * 60_000;
    expect(spend(tickets, first, accepting)).toBe(staffId);
    now = 31 * 60_000;
    expect(spend(tickets, second, accepting)).toBeUndefined();
  });
});

describe('what is done on a ticket', () => {
  test('spends it when it is done; refused, the same ticket is good for the next try', async () => {
    const tickets = new SignOffTickets(() => 0);
    const ticket = tickets.give(granting, staffId);
    const refusing = onTicket({ tickets }, { ticket, ...granting }, async () => refuse('disk-full', {}));
    await expect(refusing).rejects.toThrow(Refusal);
    expect(await onTicket({ tickets }, { ticket, ...granting }, async (by) => by)).toBe(staffId);
    expect(await onTicket({ tickets }, { ticket, ...granting }, async (by) => by)).toBeUndefined();
  });

  test('pressed twice has it once', async () => {
    const tickets = new SignOffTickets(() => 0);
    const ticket = tickets.give(granting, staffId);
    const press = () => onTicket({ tickets }, { ticket, ...granting }, async (by) => by);
    expect(await Promise.all([press(), press()])).toEqual([staffId, undefined]);
  });

  test('does not bring a ticket back that a lock took away meanwhile', async () => {
    const tickets = new SignOffTickets(() => 0);
    const ticket = tickets.give(granting, staffId);
    const locking = onTicket({ tickets }, { ticket, ...granting }, async () => {
      tickets.clear();
      return refuse('session-locked', {});
    });
    await expect(locking).rejects.toThrow(Refusal);
    expect(spend(tickets, ticket, granting)).toBeUndefined();
  });
});
