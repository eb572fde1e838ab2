import { randomBytes } from 'node:crypto';
import type { StaffId } from '../../shared/domain/ids.ts';
import type { SignedAct } from '../../shared/domain/staff/signed-act.ts';

/** One act on one thing: what a ticket is good for. */
export interface SignedThing {
  readonly act: SignedAct;
  readonly subjectId: string;
}

interface Ticket extends SignedThing {
  readonly staffId: StaffId;
  readonly untilMs: number;
  /** Something is being done on it: meanwhile it is good for nothing else. */
  held: boolean;
}

/** A ticket that is being used: spent with the act, or given back where the act was refused. */
export interface HeldTicket {
  readonly staffId: StaffId;
  spend(): void;
  giveBack(): void;
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

  give({ act, subjectId }: SignedThing, staffId: StaffId): string {
    const ticket = randomBytes(24).toString('base64url');
    const untilMs = this.#monotonicMs() + (act === 'document.accept' ? longLifeMs : lifeMs);
    this.#tickets.set(ticket, { act, subjectId, staffId, untilMs, held: false });
    return ticket;
  }

  /**
   * Takes a ticket for as long as its act lasts. Undefined for one that is unknown, spent, held, too old, or for something else; that
   * last one is spent, so that whoever found it can't go on trying.
   */
  hold(ticket: string, { act, subjectId }: SignedThing): HeldTicket | undefined {
    const found = this.#tickets.get(ticket);
    if (!found || found.held) return undefined;
    if (found.act !== act || found.subjectId !== subjectId || this.#monotonicMs() > found.untilMs) {
      this.#tickets.delete(ticket);
      return undefined;
    }
    found.held = true;
    return {
      staffId: found.staffId,
      spend: () => void this.#tickets.delete(ticket),
      // A lock clears the map: what was held then doesn't come back.
      giveBack: () => {
        found.held = false;
      },
    };
  }

  clear(): void {
    this.#tickets.clear();
  }
}
