import { setTimeout as sleep } from 'node:timers/promises';
import type { RouterClient } from '@orpc/server';
import type { JobId, MatterId, PersonId } from '../../../shared/domain/ids.ts';
import { cardSides, type PaperSubject } from '../../../shared/domain/paper/printed-paper.ts';
import type { PlainDate } from '../../../shared/domain/plain-date.ts';
import type { PolicyPack } from '../../../shared/domain/policy/pack.ts';
import type { Program } from '../program.ts';
import { DemoError } from './demo-error.ts';
import type { DemoPerson } from './demo-people.ts';
import { sampleApproval } from './sample-approval.ts';

export type DeskClient = RouterClient<Program['router']>;

export interface Supervisor {
  readonly number: string;
  readonly pin: string;
}

export interface Timings {
  readonly registerMs: number[];
  readonly printMs: number[];
}

export interface ClerkOptions {
  readonly desk: DeskClient;
  readonly pack: PolicyPack;
  readonly today: PlainDate;
  readonly supervisor: Supervisor;
  readonly timings: Timings;
}

/** A clerk who works through the contract: the same calls, checks and journal as the screens, without the typing. */
export class ContractClerk {
  readonly #options: ClerkOptions;

  constructor(options: ClerkOptions) {
    this.#options = options;
  }

  /** From the first word to the card in hand. */
  async serve(person: DemoPerson): Promise<void> {
    const personId = await this.#register(person);
    const { desk } = this.#options;
    const { team, tier, route } = person;
    const { matterId } = await desk.recognitions.receive({ personId, team, tier, route });
    await this.#print({ kind: 'receipt-received', matterId });
    if (person.way === 'direct') await this.#grantDirectly(matterId);
    else await this.#enterApproval(matterId, person);
    await this.#print({ kind: 'recognition-certificate', matterId });
    const { cardNumber } = await desk.cards.issue({ personId });
    for (const side of cardSides(cardNumber)) await this.#print(side);
  }

  async #register({ facts }: DemoPerson): Promise<PersonId> {
    const { desk, timings } = this.#options;
    const startedAt = performance.now();
    const { personId } = await desk.talents.register({ facts });
    timings.registerMs.push(performance.now() - startedAt);
    return personId;
  }

  async #grantDirectly(matterId: MatterId): Promise<void> {
    const { desk, supervisor } = this.#options;
    const { number: staffNumber, pin } = supervisor;
    const { ticket } = await desk.session.signOff({ staffNumber, pin, act: 'recognition.grant', subjectId: matterId });
    await desk.recognitions.grantDirectly({ matterId, ticket });
  }

  async #enterApproval(matterId: MatterId, { route }: DemoPerson): Promise<void> {
    const { desk, pack, today } = this.#options;
    const reference = `示例〔${today.slice(0, 4)}〕${matterId.slice(-4)}号`;
    const scan = new Blob([await sampleApproval(matterId)], { type: 'application/pdf' });
    const document = await desk.attachments.put({ name: 'approval.pdf', file: scan });
    const body = pack.routes.find(({ code }) => code === route)?.approvers.at(-1)?.zh ?? '';
    await desk.recognitions.enterApproval({ matterId, approval: { body, reference, approvedOn: today, document } });
  }

  async #print(subject: PaperSubject): Promise<void> {
    const { desk, timings } = this.#options;
    const startedAt = performance.now();
    const { jobId } = await desk.papers.print(subject);
    await this.#printed(jobId);
    timings.printMs.push(performance.now() - startedAt);
  }

  async #printed(jobId: JobId): Promise<void> {
    for (;;) {
      const job = (await this.#options.desk.papers.jobs()).find(({ id }) => id === jobId);
      if (job?.state === 'done') return;
      if (job?.state === 'failed' || job?.state === 'held') throw new DemoError(`A ${job.kind} was not printed: ${job.reason}.`);
      await sleep(5);
    }
  }
}
