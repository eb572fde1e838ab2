import type { Photo } from '../../../shared/domain/evidence/evidence-item.ts';
import type { CardNumber, MatterId, PersonId } from '../../../shared/domain/ids.ts';
import type { PersonFacts } from '../../../shared/domain/talent/person.ts';
import type { ContractClerk } from './contract-clerk.ts';
import type { DemoPerson } from './demo-people.ts';

/** What comes up with somebody besides the usual: one thing each, by their place in the queue, so that a short day has some of it too. */
export type Errand =
  | 'supplement'
  | 'wrong-digit'
  | 'shared-phone'
  | 'spoilt-card'
  | 'found-card'
  | 'lost-card'
  | 'damaged-card'
  | 'suspended-card'
  | 'left-for-review'
  | 'hand-in'
  | 'written-form'
  | 'proxy'
  | 'handed-on';

const errands: Readonly<Record<number, Errand>> = {
  2: 'supplement',
  3: 'spoilt-card',
  4: 'wrong-digit',
  5: 'lost-card',
  6: 'shared-phone',
  7: 'found-card',
  8: 'left-for-review',
  9: 'damaged-card',
  10: 'proxy',
  11: 'suspended-card',
  12: 'hand-in',
  13: 'written-form',
  14: 'handed-on',
  15: 'supplement',
};

export const errandAt = (at: number): Errand | undefined => errands[at];

export interface Served {
  readonly personId: PersonId;
  readonly matterId: MatterId;
  readonly person: DemoPerson;
  readonly errand: Errand | undefined;
}

export interface Visit {
  readonly person: DemoPerson;
  readonly errand: Errand | undefined;
  readonly photo: Photo;
  /** Whoever came before: a couple has one phone. */
  readonly before: DemoPerson | undefined;
}

/** From the first word to an application that was taken in; granting it and the card come next. */
export async function receivePerson(clerk: ContractClerk, visit: Visit): Promise<Served> {
  const { person, errand } = visit;
  const personId = await registerOne(clerk, visit);
  const matterId = await clerk.takeIn(personId, person);
  if (errand === 'supplement') await supplement(clerk, matterId);
  if (errand === 'handed-on') await handOn(clerk, matterId);
  return { personId, matterId, person, errand };
}

async function registerOne(clerk: ContractClerk, { person, errand, photo, before }: Visit): Promise<PersonId> {
  const facts: PersonFacts = { ...person.facts, photo, evidence: [{ kind: 'id-document', originals: 0, copies: 1 }] };
  switch (errand) {
    case 'wrong-digit':
      return registerWrongDigit(clerk, facts);
    case 'shared-phone': {
      const phone = before?.facts.contact.phone ?? facts.contact.phone;
      const shared = { ...facts, contact: { ...facts.contact, phone } };
      const alike = await clerk.desk.talents.likely({ phone });
      const toldFrom = alike.map(({ personId }) => ({ personId, why: 'phone' as const }));
      return clerk.register(shared, toldFrom.length > 0 ? { toldFrom } : {});
    }
    case 'hand-in':
      return registerHandIn(clerk, facts);
    case 'proxy':
      return clerk.register(byProxy(facts));
    case 'written-form': {
      const intake = facts.intake && { ...facts.intake, backdated: { on: clerk.today, reason: '示例：停电时手填' } };
      return clerk.register(intake ? { ...facts, intake } : facts);
    }
    default:
      return clerk.register(facts);
  }
}

/** Only numbers with a check digit can have a wrong one. */
async function registerWrongDigit(clerk: ContractClerk, facts: PersonFacts): Promise<PersonId> {
  if (facts.document.kind !== 'resident-id') return clerk.register(facts);
  const right = facts.document.number;
  const number = right.slice(0, -1) + (right.endsWith('1') ? '2' : '1');
  const { sha256: image } = await clerk.store('photo.jpg', new Uint8Array(await (await portrait(clerk, facts)).arrayBuffer()));
  const ticket = await clerk.signOff('document.accept', number);
  return clerk.register({ ...facts, document: { ...facts.document, number } }, { override: { ticket, image } });
}

async function portrait(clerk: ContractClerk, { photo }: PersonFacts): Promise<Blob> {
  if (!photo) throw new Error('nobody comes without a photo');
  return (await clerk.desk.attachments.get({ sha256: photo.sha256 })).file;
}

const agent = {
  name: '示例经办人',
  document: { kind: 'passport', number: 'E00000001' },
  authorisation: { scope: '代为办理人才登记' },
} as const;

function byProxy(facts: PersonFacts): PersonFacts {
  if (!facts.intake) return facts;
  const letter = { kind: 'authorisation', originals: 1, copies: 0 };
  return {
    ...facts,
    intake: { ...facts.intake, applicant: { role: 'proxy', ...agent } },
    evidence: [...(facts.evidence ?? []), letter],
  };
}

/** 批量代收: the employer's agent brings the papers, and the hand-in is closed when all are taken in. */
async function registerHandIn(clerk: ContractClerk, facts: PersonFacts): Promise<PersonId> {
  const { employerName: name, uscc } = facts.employment;
  const { batchId } = await clerk.desk.batches.open({
    employer: { name, uscc },
    agent: { name: agent.name, document: agent.document },
    authorisation: agent.authorisation,
    expected: 1,
  });
  const intake = facts.intake && { ...facts.intake, applicant: { role: 'employer' as const, ...agent }, batch: batchId };
  const personId = await clerk.register(intake ? { ...facts, intake } : facts);
  await clerk.desk.batches.close({ batchId });
  return personId;
}

/** 补正: one thing is unclear, told at once, and brought the same day. */
async function supplement(clerk: ContractClerk, matterId: MatterId): Promise<void> {
  const items = [{ what: 'field', code: 'contribution', reason: 'unclear' }] as const;
  await clerk.desk.recognitions.askSupplement({ matterId, items: [...items], workingDays: 5 });
  await clerk.print({ kind: 'notice-supplement', matterId });
  const brought = items.map(({ what, code }) => ({ what, code }));
  await clerk.desk.recognitions.bringSupplement({ matterId, items: brought, aspects: { contribution: '示例：补充后的说明' } });
}

/** 交接: a colleague is told whose it is from now on; whoever is there goes on with it. */
async function handOn(clerk: ContractClerk, matterId: MatterId): Promise<void> {
  const staff = (await clerk.desk.session.state()).staff;
  const colleague = (await clerk.desk.matters.colleagues()).find(({ id }) => id !== staff?.id);
  if (colleague) await clerk.desk.matters.handOn({ matterIds: [matterId], to: colleague.id, note: '示例：换班交接' });
}

/** Certificate and card, and what becomes of the card. */
export async function finishPerson(clerk: ContractClerk, { personId, matterId, person, errand }: Served): Promise<void> {
  if (errand !== 'left-for-review' || person.way !== 'direct') await clerk.grant(matterId, person);
  await clerk.print({ kind: 'recognition-certificate', matterId });
  await clerk.print({ kind: 'benefits-sheet', matterId });
  const cardNumber = await clerk.issueAndPrint(personId);
  if (errand === 'spoilt-card') {
    const ticket = await clerk.signOff('card.withdraw', cardNumber);
    await clerk.desk.cards.change({ cardNumber, act: 'void', reason: '示例：卡面划伤', ticket });
    await clerk.printSides(cardNumber);
  }
  await clerk.handOver(personId, cardNumber);
  await afterwards(clerk, { personId, cardNumber, errand });
}

interface Afterwards {
  readonly personId: PersonId;
  readonly cardNumber: CardNumber;
  readonly errand: Errand | undefined;
}

async function afterwards(clerk: ContractClerk, { personId, cardNumber, errand }: Afterwards): Promise<void> {
  const { cards } = clerk.desk;
  if (errand === 'suspended-card') {
    await cards.change({ cardNumber, act: 'suspend', reason: '示例：信息待核实' });
    await cards.change({ cardNumber, act: 'resume' });
  }
  if (errand === 'found-card' || errand === 'lost-card') {
    await cards.change({ cardNumber, act: 'report-lost', reason: '示例：本人到窗口挂失' });
    await clerk.print({ kind: 'loss-statement', cardNumber });
  }
  if (errand === 'found-card') await cards.change({ cardNumber, act: 'restore' });
  if (errand === 'lost-card' || errand === 'damaged-card') {
    const { cardNumber: next } = await cards.replace({ cardNumber, reason: errand === 'lost-card' ? 'lost' : 'damaged' });
    await clerk.printSides(next);
    await clerk.handOver(personId, next);
  }
  if (errand !== 'damaged-card') return;
  await cards.change({ cardNumber, act: 'take-back' });
  const ticket = await clerk.signOff('card.withdraw', cardNumber);
  await cards.change({ cardNumber, act: 'destroy', reason: '示例：旧卡已收回', ticket });
}
