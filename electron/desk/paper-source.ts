import type { Card } from '../../shared/domain/card/card.ts';
import { cardActsOn } from '../../shared/domain/card/card-life.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { type Recognition, recognisedOn } from '../../shared/domain/matter/recognition.ts';
import { isAboutCard, isCardSide, type PaperSubject, type PrintedPaper } from '../../shared/domain/paper/printed-paper.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { PaperContext, PaperDefinition } from '../../shared/paper/definition.ts';
import { getPaperDefinition } from '../../shared/paper/registry.ts';
import type { DeskRoom, OpenCounter, RenderedPaper } from './open-counter.ts';
import { isSpent } from './spent-print.ts';
import { trustedToday } from './trusted-today.ts';

/** A paper as it is about to be shown or printed: a first print from the records as they are, a reprint from the first one's entry. */
export interface PaperSource {
  readonly definition: PaperDefinition;
  readonly personId: PersonId;
  /** What people call it by: the matter's, certificate's or card's number. */
  readonly number: string;
  readonly layout: string;
  readonly values: PrintedPaper['values'];
  /** The first print, where this is a reprint. */
  readonly earlier: PrintedPaper | undefined;
}

/** Refuses `bad-input`, `not-found`, `paper-not-available` and `date-questionable`. */
export async function getPaperSource(room: DeskRoom, subject: PaperSubject): Promise<PaperSource> {
  const counter = room.counter();
  mustNameItsOwn(subject);
  const definition = getPaperDefinition(subject.kind);
  const { recognition, card } = await getMatter(counter, subject);
  const { personId } = recognition;
  const number = card?.number ?? (subject.kind === 'recognition-certificate' && recognition.grant?.certificateNumber);
  const named = { definition, personId, number: number || recognition.number };
  // A card that was handed over is not printed once more: another takes its place.
  if (card && isCardSide(subject.kind) && !cardActsOn({ ...card, printed: true }, room.clock.today()).includes('print'))
    refuse('paper-not-available', { kind: subject.kind });
  const earlier = await findEarlier(counter, { personId, subject, card });
  // The same paper years later: its own values and layout, whatever the records say by now.
  if (earlier) return { ...named, layout: earlier.layout, values: earlier.values, earlier };
  const today = trustedToday(room);
  const person = (await counter.records.get('person', personId)) ?? refuse('not-found', { what: 'person' });
  const context: PaperContext = {
    counter: counter.ledger.counter(),
    pack: counter.packs.get(recognition.pack),
    person,
    recognition,
    ...(card && { card }),
    ...(subject.kind === 'recognition-certificate' && (await certificateToken(counter, person.identity.name, recognition))),
    staffName: staffName(room, { subject, recognition, card }),
    today,
  };
  return { ...named, layout: definition.layout, values: definition.values(context), earlier: undefined };
}

/** The PDF. Refuses what can't be drawn, doesn't fit, or makes too long a QR, before anything is kept. */
export async function renderPaper(counter: OpenCounter, source: PaperSource): Promise<RenderedPaper> {
  const { layout, values, earlier } = source;
  return counter.renderer.render({ layout, values, marks: { reprint: earlier !== undefined } });
}

/** Its QR proves the certificate to anybody who has the office's keys, without a network. */
async function certificateToken(
  { cardKey }: OpenCounter,
  name: string,
  { grant, team, tier, pack }: Recognition,
): Promise<{ certificateToken?: string }> {
  if (!grant) return {};
  const { certificateNumber: number, validTo } = grant;
  const { token } = await cardKey.sign({ number, name, team, tier, pack, issuedOn: recognisedOn(grant), validTo });
  return { certificateToken: token };
}

async function getMatter(
  { records }: OpenCounter,
  { kind, matterId, cardNumber }: PaperSubject,
): Promise<{ recognition: Recognition; card?: Card }> {
  if (isAboutCard(kind)) {
    const card = (cardNumber && (await records.get('card', cardNumber))) || refuse('not-found', { what: 'card' });
    const recognition = (await records.get('recognition', card.matterId)) ?? refuse('not-found', { what: 'recognition' });
    return { recognition, card };
  }
  const recognition = matterId && (await records.get('recognition', matterId));
  return { recognition: recognition || refuse('not-found', { what: 'recognition' }) };
}

/** One paper has one name: under a second one, with an id that says nothing of it, its reprint would pass for a first print. */
function mustNameItsOwn({ kind, matterId, cardNumber }: PaperSubject): void {
  const stray = isAboutCard(kind) ? matterId && 'matterId' : cardNumber && 'cardNumber';
  if (stray) refuse('bad-input', { fields: [{ path: stray, code: 'not-accepted' }] });
}

interface Earlier {
  readonly personId: PersonId;
  readonly subject: PaperSubject;
  readonly card: Card | undefined;
}

async function findEarlier(
  { ledger, records }: OpenCounter,
  { personId, subject, card }: Earlier,
): Promise<PrintedPaper | undefined> {
  const same = ledger
    .papersOf(personId)
    .filter(
      ({ kind, matterId, cardNumber }) =>
        kind === subject.kind && matterId === subject.matterId && cardNumber === subject.cardNumber,
    );
  for (const { id } of same) {
    const paper = await records.get('paper', id);
    if (paper && !isSpent(paper, card)) return paper;
  }
  return undefined;
}

interface Handled {
  readonly subject: PaperSubject;
  readonly recognition: Recognition;
  readonly card: Card | undefined;
}

/** 经办人: who did what the paper tells of. A loss is written down by whoever prints it. */
function staffName(room: DeskRoom, { subject, recognition, card }: Handled): string {
  if (subject.kind === 'loss-statement') return room.staff().name;
  const id = subject.kind === 'delivery-receipt' ? card?.collected?.handedOverBy : undefined;
  return room.counter().ledger.staff(id ?? recognition.receivedBy)?.name ?? '';
}
