import type { Card } from '../../shared/domain/card/card.ts';
import type { RowState } from '../../shared/domain/entry.ts';
import type { CardNumber, CertificateNumber, MatterId, PaperId, PersonId } from '../../shared/domain/ids.ts';
import type { Recognition } from '../../shared/domain/matter/recognition.ts';
import { openSupplement } from '../../shared/domain/matter/supplement.ts';
import { type PaperKind, paperName } from '../../shared/domain/paper/printed-paper.ts';
import type { PlainDate } from '../../shared/domain/plain-date.ts';
import type { IdKind } from '../../shared/domain/talent/id-kind.ts';
import { identityKeyOf } from '../../shared/standards/identity-document.ts';
import { nameReadings } from './name-pinyin.ts';

/** What lists, search and decisions need of a person; the body stays in the records. */
export interface PersonLine {
  readonly id: PersonId;
  /** Place in the order of registration, from 0. */
  slot: number;
  version: number;
  name: string;
  /** Readings, syllables apart by a space, one per line; kept here since working them out takes a second for 100,000 people. */
  pinyin: string;
  idKind: IdKind;
  idNumber: string;
  /** What tells this holder from another: the part of the number that is kept for life. */
  idKey: string;
  birthDate: PlainDate;
  phone: string;
  employer: string;
  uscc: string;
  registeredOn: PlainDate;
  /** The day the data went; empty while it is there. */
  redactedOn: PlainDate | '';
  readonly matterIds: MatterId[];
  readonly cardNumbers: CardNumber[];
  readonly paperIds: PaperId[];
  /** Sequences in the own log of the entries about this person, ascending. */
  readonly history: number[];
}

export interface RecognitionLine
  extends Pick<
    Recognition,
    'id' | 'number' | 'version' | 'personId' | 'team' | 'tier' | 'status' | 'receivedOn' | 'receivedBy' | 'pack' | 'handling'
  > {
  readonly grantedOn?: PlainDate;
  /** While it is 补正中: until when. */
  readonly dueOn?: PlainDate;
  readonly validTo?: PlainDate;
  readonly certificateNumber?: CertificateNumber;
}

export type CardLine = Omit<Card, 'token' | 'voidedPapers' | 'collected'>;

export interface PaperLine {
  readonly id: PaperId;
  readonly version: number;
  readonly personId?: PersonId;
  readonly kind: PaperKind;
  /** The paper's one name; absent for what is printed for nobody in particular. */
  readonly name?: string;
  readonly matterId?: MatterId;
  readonly cardNumber?: CardNumber;
  readonly printedOn: PlainDate;
  readonly reprintOf?: PaperId;
}

/** What was done on one day in China, counted by entries. */
export interface DayCounts {
  registered: number;
  recognised: number;
  cards: number;
  papers: number;
  advised: number;
}

export function newPersonLine(id: PersonId, slot: number): PersonLine {
  return {
    id,
    slot,
    version: 0,
    name: '',
    pinyin: '',
    idKind: 'resident-id',
    idNumber: '',
    idKey: '',
    birthDate: '' as PlainDate,
    phone: '',
    employer: '',
    uscc: '',
    registeredOn: '' as PlainDate,
    redactedOn: '',
    matterIds: [],
    cardNumbers: [],
    paperIds: [],
    history: [],
  };
}

export function updatePersonLine(line: PersonLine, person: RowState['person']): void {
  if (line.name !== person.identity.name) {
    line.pinyin = nameReadings(person.identity.name)
      .map((syllables) => syllables.join(' '))
      .join('\n');
  }
  line.version = person.version;
  line.name = person.identity.name;
  line.idKind = person.document.kind;
  line.idNumber = person.document.number;
  line.idKey = person.redacted ? '' : identityKeyOf(person);
  line.birthDate = person.identity.birthDate;
  line.phone = person.contact.phone ?? '';
  line.employer = person.employment?.employerName ?? '';
  line.uscc = person.employment?.uscc ?? '';
  line.registeredOn = person.registeredOn;
  line.redactedOn = person.redacted?.on ?? '';
}

export function recognitionLine(state: RowState['recognition']): RecognitionLine {
  const { id, number, version, personId, team, tier, status, receivedOn, receivedBy, pack, grant, handling } = state;
  const own = { id, number, version, personId, team, tier, status, receivedOn, receivedBy, pack };
  const dueOn = openSupplement(state)?.dueOn;
  const line = { ...own, ...(handling && { handling }), ...(dueOn && { dueOn }) };
  if (!grant) return line;
  return { ...line, grantedOn: grant.grantedOn, validTo: grant.validTo, certificateNumber: grant.certificateNumber };
}

export function cardLine({ token: _token, voidedPapers: _voided, collected: _collected, ...line }: RowState['card']): CardLine {
  return line;
}

export function paperLine({ id, version, personId, subject, printedOn, reprint }: RowState['paper']): PaperLine {
  const name = paperName(subject);
  return {
    id,
    version,
    ...(personId && { personId }),
    kind: subject.kind,
    ...(name !== undefined && { name }),
    ...(subject.matterId && { matterId: subject.matterId }),
    ...(subject.cardNumber && { cardNumber: subject.cardNumber }),
    printedOn,
    ...(reprint && { reprintOf: reprint.of }),
  };
}
