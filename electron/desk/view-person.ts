import type { PersonView } from '../../shared/contract/talent-calls.ts';
import { cardActsOn, cardStateOn, isLiveCard } from '../../shared/domain/card/card-life.ts';
import type { PersonId } from '../../shared/domain/ids.ts';
import { askedOf } from '../../shared/domain/matter/decide-supplement.ts';
import { handlerOf } from '../../shared/domain/matter/hand-on.ts';
import { recognitionActions } from '../../shared/domain/matter/recognition.ts';
import { promisedBy } from '../../shared/domain/matter/supplement.ts';
import { isOldNumber } from '../../shared/domain/old-number.ts';
import type { PlainDate } from '../../shared/domain/plain-date.ts';
import { findTier } from '../../shared/domain/policy/pack.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { maskIdNumber, maskPhone } from '../../shared/domain/talent/masking.ts';
import type { OpenCounter } from './open-counter.ts';
import { isSpent, isUnspoiltSide } from './spent-print.ts';
import { personDetailsOf } from './view-person-details.ts';
import { isWaiting, isWaitingChange } from './waiting-approval.ts';

/** A person's page: everything but the covered numbers and the history. Throws Refusal('not-found'). */
export async function viewPerson(counter: OpenCounter, personId: PersonId, today: PlainDate): Promise<PersonView> {
  const person = (await counter.records.get('person', personId)) ?? refuse('not-found', { what: 'person' });
  const { document, identity, employment, contact } = person;
  const [recognitions, cards, papers, details] = await Promise.all([
    recognitionsOf(counter, personId, today),
    cardsOf(counter, personId, today),
    papersOf(counter, personId),
    personDetailsOf(counter, person, today),
  ]);
  return {
    id: personId,
    version: person.version,
    registeredOn: person.registeredOn,
    document: {
      kind: document.kind,
      maskedNumber: maskIdNumber(document.number),
      ...(document.issuer && { issuer: document.issuer }),
      ...(document.validFrom && { validFrom: document.validFrom }),
      ...(document.validTo && { validTo: document.validTo }),
    },
    identity,
    ...(employment && { employment }),
    contact: {
      maskedPhone: contact.phone ? maskPhone(contact.phone) : '',
      ...(contact.email && { email: contact.email }),
      ...(contact.residence && { residence: contact.residence }),
    },
    ...details,
    recognitions,
    cards,
    papers,
  };
}

async function recognitionsOf(counter: OpenCounter, personId: PersonId, today: PlainDate): Promise<PersonView['recognitions']> {
  const { ledger, records, packs } = counter;
  const found = await Promise.all(ledger.recognitionsOf(personId).map((id) => records.get('recognition', id)));
  const hasCard = ledger.cardsOf(personId).length > 0;
  return found.flatMap((recognition) => {
    if (!recognition) return [];
    const pack = packs.get(recognition.pack);
    const tier = findTier(pack, recognition.team, recognition.tier);
    const actions = recognitionActions[recognition.status].filter(
      (action) =>
        !(action === 'grant-directly' && !tier?.tier.direct) &&
        !(action === 'issue-card' && hasCard) &&
        !(action === 'print-notice-supplement' && !recognition.supplements?.length) &&
        // What was decided elsewhere has no papers of ours.
        !(isOldNumber(recognition.number) && action.startsWith('print-')),
    );
    const asked = isWaiting(counter, { act: 'recognition.grant-directly', matterId: recognition.id });
    return [
      {
        ...recognition,
        teamName: tier?.team.name.zh ?? recognition.team,
        tierName: tier?.tier.name.zh ?? recognition.tier,
        handlerName: ledger.staff(handlerOf(recognition))?.name ?? '',
        actions: actions.filter((action) => !(action === 'grant-directly' && asked)),
        asked: askedOf(recognition, pack),
        promised: promisedBy(recognition, pack, today),
      },
    ];
  });
}

async function cardsOf(counter: OpenCounter, personId: PersonId, today: PlainDate): Promise<PersonView['cards']> {
  const { ledger, records, packs } = counter;
  const found = await Promise.all(ledger.cardsOf(personId).map((number) => records.get('card', number)));
  const cards = found.filter((card) => card !== undefined);
  return cards.map((card) => {
    const { token: _, voidedPapers: _voided, ...shown } = card;
    const state = cardStateOn(card, today);
    const tier = findTier(packs.get(card.pack), card.team, card.tier);
    const another = cards.some((one) => one !== card && isLiveCard(one, today));
    const printed = ledger.papersOf(personId).some((paper) => isUnspoiltSide(paper, card));
    const actions = cardActsOn({ ...card, printed }, today)
      .filter((act) => act !== 'replace' || !another)
      .filter((act) => !isWaitingChange(counter, card.number, act));
    return { ...shown, state, tierName: tier?.tier.name.zh ?? card.tier, actions };
  });
}

async function papersOf({ ledger, records }: OpenCounter, personId: PersonId): Promise<PersonView['papers']> {
  const cards = await Promise.all(ledger.cardsOf(personId).map((number) => records.get('card', number)));
  const matters = await Promise.all(ledger.recognitionsOf(personId).map((id) => records.get('recognition', id)));
  const found = await Promise.all(ledger.papersOf(personId).map(({ id }) => records.get('paper', id)));
  return found.flatMap((paper) => {
    if (!paper) return [];
    const { values: _, ...shown } = paper;
    const card = cards.find((one) => one?.number === paper.subject.cardNumber);
    return [
      {
        ...shown,
        spent: isSpent(
          paper,
          card,
          matters.find((one) => one?.id === paper.subject.matterId),
        ),
      },
    ];
  });
}
