import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import type { Trial } from '../../electron/program/trial.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import type { KnownTexts } from './schema-values.ts';
import { walkIns } from './walk-ins.ts';

type Received = { personId: PersonId } & Awaited<ReturnType<DeskClient['recognitions']['receive']>>;
type Sample = Trial['staff'][number];

/** Somebody registered, recognised and with a card, and two others waiting. Gives what this counter knows since. */
export async function morningsWork(
  desk: DeskClient,
  { clerk, supervisor }: { clerk: Sample; supervisor: Sample },
): Promise<KnownTexts> {
  const pack = await desk.policy.pack();
  const people: Pick<Received, 'personId' | 'matterId' | 'number'>[] = [];
  for (const facts of walkIns) {
    const { personId } = await desk.talents.register({ facts });
    const what = { team: 'skilled', tier: 'd', route: 'own-review' } as const;
    const { matterId, number } = await desk.recognitions.receive({ personId, ...what });
    people.push({ personId, matterId, number });
  }
  const [first] = people;
  if (!first) throw new Error('nobody came');
  const { matterId, personId } = first;
  const beside = { staffNumber: supervisor.number, pin: supervisor.pin };
  const { ticket } = await desk.session.signOff({ ...beside, act: 'recognition.grant', subjectId: matterId });
  await desk.recognitions.grantDirectly({ matterId, ticket });
  const { cardNumber } = await desk.cards.issue({ personId });
  // The queue's file is there from the first paper on.
  await desk.papers.print({ kind: 'card-front', cardNumber });
  return knownFrom({ people, cardNumber, staff: [clerk, supervisor], pack });
}

interface Known {
  readonly people: readonly Pick<Received, 'personId' | 'matterId' | 'number'>[];
  readonly cardNumber: string;
  readonly staff: readonly Sample[];
  readonly pack: Awaited<ReturnType<DeskClient['policy']['pack']>>;
}

function knownFrom({ people, cardNumber, staff, pack }: Known): KnownTexts {
  const all = (key: 'personId' | 'matterId' | 'number') => people.map((person) => person[key]);
  const numbers = [...all('number'), cardNumber];
  const dates = ['2026-11-25', '2026-11-01', '1980-03-15', '2099-01-01'];
  const names = walkIns.map(({ identity }) => identity.name);
  return {
    '': [...all('personId'), ...all('matterId'), ...numbers, ...names, ...staff.map(({ number }) => number), pack.id, ...dates],
    personId: all('personId'),
    matterId: all('matterId'),
    subjectId: [...all('matterId'), ...all('personId'), cardNumber],
    number: [...numbers, ...walkIns.map(({ document }) => document.number)],
    cardNumber: [cardNumber],
    idNumber: walkIns.map(({ document }) => document.number),
    documentTail: walkIns.map(({ document }) => document.number.slice(-4)),
    name: names,
    text: [...names, 'mohu', '1980'],
    title: ['早会', '新区一季度'],
    phone: walkIns.map(({ contact }) => contact.phone ?? ''),
    staffId: staff.map(({ id }) => id),
    to: staff.map(({ id }) => id),
    handlerId: staff.map(({ id }) => id),
    team: pack.teams.map(({ code }) => code),
    tier: pack.teams.flatMap(({ tiers }) => tiers.map(({ code }) => code)),
    reason: ['本人申请', '填写有误，重新办理'],
    note: ['材料齐全'],
    on: dates,
    today: dates,
    givenOn: dates,
    startsOn: dates,
    birthDate: dates,
    expiresOn: dates,
    approvedOn: dates,
    employerName: ['和林格尔新区云杉数据有限公司'],
    uscc: ['91150105WYLF55TH34'],
    nationality: ['CHN'],
    version: ['2026-1'],
    column: ['name', 'tier', 'status'],
    visitor: ['路人'],
  };
}
