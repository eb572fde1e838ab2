import { randomBytes } from 'node:crypto';
import type { StaffId } from '../../shared/domain/ids.ts';

interface Ticket {
  readonly act: string;
  readonly subjectId: string;
  readonly staffId: StaffId;
  readonly untilMs: number;
}

const lifeMs = 2 * 60_000;
/** A number is accepted while the rest of a registration is still being asked. */
const longLifeMs = 30 * 60_000;

/** Second persons' sign-offs: each good for one act on one thing, once, for two minutes (an accepted number for half an hour). They live in memory only. */
export class SignOffTickets {
  readonly #tickets = new Map<string, Ticket>();
  readonly #monotonicMs: () => number;

  constructor(monotonicMs: () => number) {
    this.#monotonicMs = monotonicMs;
  }

  give(act: string, subjectId: string, staffId: StaffId): string {
    const ticket = randomBytes(24).toString('base64url');
    this.#tickets.set(ticket, {
      act,
      subjectId,
      staffId,
      untilMs: this.#monotonicMs() + (act === 'document.accept' ? longLifeMs : lifeMs),
    });
    return ticket;
  }

  /** Who signed off; undefined for a ticket that is unknown, spent, too old, or for something else. */
  spend(ticket: string, act: string, subjectId: string): StaffId | undefined {
    const found = this.#tickets.get(ticket);
    this.#tickets.delete(ticket);
    if (!found || found.act !== act || found.subjectId !== subjectId || this.#monotonicMs() > found.untilMs) return undefined;
    return found.staffId;
  }

  clear(): void {
    this.#tickets.clear();
  }
}
