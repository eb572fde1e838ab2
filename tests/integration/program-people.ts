import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import { sampleApproval } from '../../electron/program/demo/sample-approval.ts';
import type { CardNumber, CertificateNumber, MatterId, PersonId } from '../../shared/domain/ids.ts';
import { type PlainDate, toPlainDate } from '../../shared/domain/plain-date.ts';
import type { PersonFacts } from '../../shared/domain/talent/person.ts';
import { idCheckCharacter } from '../../shared/standards/gb-11643.ts';
import { member } from './program-kit.ts';

/** A tier that the sample pack lets be recognised at the counter, and one that an approving body decides on. */
export const directTier = { team: 'skilled', tier: 'd', route: 'own-review' } as const;
export const approvedTier = { team: 'top', tier: 'a', route: 'government' } as const;

/** 本人, told by the sample pack's notice of that day. */
export const inPerson: NonNullable<PersonFacts['intake']> = {
  applicant: { role: 'self' },
  notice: { version: '2026-1', purposes: ['registration', 'recognition', 'card'], givenOn: toPlainDate('2026-11-01') },
};

/** Somebody nobody has seen before; `n` tells them apart, up to 999. */
export function somebody(n: number, name = `测试${n}`): PersonFacts {
  const birthDate = `19${60 + (n % 35)}-03-15`;
  const digits = `150123${birthDate.replaceAll('-', '')}${String(n).padStart(3, '0')}`;
  return {
    document: { kind: 'resident-id', number: digits + idCheckCharacter(digits) },
    identity: { name, sex: n % 2 === 1 ? '1' : '2', birthDate: toPlainDate(birthDate), nationality: 'CHN' },
    employment: {
      employerName: '和林格尔新区云杉数据有限公司',
      uscc: '91150105WYLF55TH34',
      position: '工程师',
      engagement: 'full-time',
    },
    contact: { phone: `138000${String(10_000 + n)}` },
    intake: inPerson,
  };
}

export interface Taken {
  readonly personId: PersonId;
  readonly matterId: MatterId;
  /** The matter's number. */
  readonly number: string;
}

export async function takeIn(
  desk: DeskClient,
  facts: PersonFacts,
  what: typeof directTier | typeof approvedTier,
): Promise<Taken> {
  const { personId } = await desk.talents.register({ facts });
  const { matterId, number } = await desk.recognitions.receive({ personId, ...what });
  return { personId, matterId, number };
}

/** The supervisor comes over and signs off. */
export async function signOff(desk: DeskClient, matterId: MatterId, who = member('supervisor')): Promise<string> {
  const { number: staffNumber, pin } = who;
  const { ticket } = await desk.session.signOff({ staffNumber, pin, act: 'recognition.grant', subjectId: matterId });
  return ticket;
}

export interface Recognised extends Taken {
  readonly certificateNumber: CertificateNumber;
}

export async function recogniseDirectly(desk: DeskClient, facts: PersonFacts): Promise<Recognised> {
  const taken = await takeIn(desk, facts, directTier);
  const ticket = await signOff(desk, taken.matterId);
  const { certificateNumber } = await desk.recognitions.grantDirectly({ matterId: taken.matterId, ticket });
  return { ...taken, certificateNumber: certificateNumber as CertificateNumber };
}

export async function withCard(desk: DeskClient, facts: PersonFacts): Promise<Recognised & { cardNumber: CardNumber }> {
  const recognised = await recogniseDirectly(desk, facts);
  const { cardNumber } = await desk.cards.issue({ personId: recognised.personId });
  return { ...recognised, cardNumber };
}

/** An approving body's decision as an office brings it, its scan stored. */
export async function approval(desk: DeskClient, approvedOn: PlainDate) {
  const file = new Blob([await sampleApproval('integration')], { type: 'application/pdf' });
  const document = await desk.attachments.put({ name: '批复.pdf', file });
  return { body: '新区人才工作主管部门', reference: '和新人才〔2026〕7号', approvedOn, document };
}
