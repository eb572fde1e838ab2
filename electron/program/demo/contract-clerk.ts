import { setTimeout as sleep } from 'node:timers/promises';
import type { RouterClient } from '@orpc/server';
import type { EvidenceFile } from '../../../shared/domain/evidence/evidence-file.ts';
import type { CardNumber, JobId, MatterId, PersonId } from '../../../shared/domain/ids.ts';
import { cardSides, type PaperSubject } from '../../../shared/domain/paper/printed-paper.ts';
import type { PlainDate } from '../../../shared/domain/plain-date.ts';
import { findTier, type PolicyPack } from '../../../shared/domain/policy/pack.ts';
import type { SignOffRight } from '../../../shared/domain/staff/staff.ts';
import type { PersonFacts } from '../../../shared/domain/talent/person.ts';
import type { Program } from '../program.ts';
import { DemoError } from './demo-error.ts';
import type { DemoPerson } from './demo-people.ts';
import { sampleApproval } from './sample-approval.ts';

export type DeskClient = RouterClient<Program['router']>;

export interface SampleMember {
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
  readonly supervisor: SampleMember;
  readonly timings: Timings;
}

/** A clerk who works through the contract: the same calls, checks and journal as the screens, without the typing. */
export class ContractClerk {
  readonly desk: DeskClient;
  readonly today: PlainDate;
  readonly #options: ClerkOptions;

  constructor(options: ClerkOptions) {
    this.#options = options;
    this.desk = options.desk;
    this.today = options.today;
  }

  async register(facts: PersonFacts, more: Omit<Parameters<DeskClient['talents']['register']>[0], 'facts'> = {}) {
    const startedAt = performance.now();
    const { personId } = await this.desk.talents.register({ facts, ...more });
    this.#options.timings.registerMs.push(performance.now() - startedAt);
    return personId;
  }

  /** 收件, with what the tier asks for on the desk, and its receipt. */
  async takeIn(personId: PersonId, { team, tier, route }: DemoPerson): Promise<MatterId> {
    const asked = findTier(this.#options.pack, team, tier)?.tier.evidence ?? [];
    const materials = asked.map(({ code: kind }) => ({ kind, originals: 1, copies: 1, originalSeen: true }));
    const aspects = { innovation: '示例：主持完成一项成果', contribution: '示例：带领团队落地新区' };
    const { matterId } = await this.desk.recognitions.receive({
      personId,
      team,
      tier,
      route,
      aspects,
      ...(materials.length > 0 && { materials }),
    });
    await this.print({ kind: 'receipt-received', matterId });
    return matterId;
  }

  /** The supervisor comes over and signs off. */
  async signOff(act: SignOffRight, subjectId: string): Promise<string> {
    const { number: staffNumber, pin } = this.#options.supervisor;
    return (await this.desk.session.signOff({ staffNumber, pin, act, subjectId })).ticket;
  }

  async grant(matterId: MatterId, person: DemoPerson): Promise<void> {
    if (person.way === 'direct') {
      const ticket = await this.signOff('recognition.grant', matterId);
      await this.desk.recognitions.grantDirectly({ matterId, ticket });
    } else await this.#enterApproval(matterId, person);
  }

  async #enterApproval(matterId: MatterId, { route }: DemoPerson): Promise<void> {
    const { pack } = this.#options;
    const reference = `示例〔${this.today.slice(0, 4)}〕${matterId.slice(-4)}号`;
    const document = await this.store('approval.pdf', await sampleApproval(matterId));
    const body = pack.routes.find(({ code }) => code === route)?.approvers.at(-1)?.zh ?? '';
    await this.desk.recognitions.enterApproval({ matterId, approval: { body, reference, approvedOn: this.today, document } });
  }

  async issueAndPrint(personId: PersonId): Promise<CardNumber> {
    const { cardNumber } = await this.desk.cards.issue({ personId });
    await this.printSides(cardNumber);
    return cardNumber;
  }

  async printSides(cardNumber: CardNumber): Promise<void> {
    for (const side of cardSides(cardNumber)) await this.print(side);
  }

  /** The card goes to its person, who signs for it. */
  async handOver(personId: PersonId, cardNumber: CardNumber): Promise<void> {
    const { identity } = await this.#made(personId, cardNumber);
    const collector = { role: 'self', name: identity.name } as const;
    await this.desk.cards.change({ cardNumber, act: 'hand-over', collector });
    await this.print({ kind: 'delivery-receipt', cardNumber });
  }

  /** Its second side is out when the queue has said so. */
  async #made(personId: PersonId, cardNumber: CardNumber) {
    for (;;) {
      const view = await this.desk.talents.get({ personId });
      if (view.cards.some(({ number, state }) => number === cardNumber && state === 'made')) return view;
      await sleep(5);
    }
  }

  async store(name: string, bytes: Uint8Array): Promise<EvidenceFile> {
    return this.desk.attachments.put({ name, file: new Blob([new Uint8Array(bytes)]) });
  }

  async print(subject: PaperSubject): Promise<void> {
    const startedAt = performance.now();
    const { jobId } = await this.desk.papers.print(subject);
    await this.#printed(jobId);
    this.#options.timings.printMs.push(performance.now() - startedAt);
  }

  async #printed(jobId: JobId): Promise<void> {
    for (;;) {
      const job = (await this.desk.papers.jobs()).find(({ id }) => id === jobId);
      if (job?.state === 'done') return;
      if (job?.state === 'failed' || job?.state === 'held') throw new DemoError(`A ${job.kind} was not printed: ${job.reason}.`);
      await sleep(5);
    }
  }
}
