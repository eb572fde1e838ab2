import { z } from 'zod';
import { card } from '../domain/card/card.ts';
import { cardAct } from '../domain/card/card-life.ts';
import { draftId, entryId, personId, sha256Hex } from '../domain/ids.ts';
import { recognition } from '../domain/matter/recognition.ts';
import { printedPaper } from '../domain/paper/printed-paper.ts';
import { plainDate } from '../domain/plain-date.ts';
import { material } from '../domain/policy/pack.ts';
import { idKind } from '../domain/talent/id-kind.ts';
import { person, personFacts } from '../domain/talent/person.ts';
import { call } from './desk-call.ts';
import { alikeBecause, personDetails } from './person-details.ts';
import { signOffTicket } from './recognition-calls.ts';
import { countedDay } from './supplement-calls.ts';

export const searchHit = z.strictObject({
  personId,
  name: z.string(),
  maskedIdNumber: z.string(),
  employer: z.string(),
  phoneTail: z.string(),
  tier: z.string().optional(),
  cardNumber: z.string().optional(),
  /** Which field matched, and the span of code units to mark in `shown`. */
  reason: z.strictObject({
    field: z.enum(['name', 'pinyin', 'id-number', 'phone', 'employer', 'card-number']),
    shown: z.string(),
    from: z.int(),
    to: z.int(),
  }),
});
export type SearchHit = z.infer<typeof searchHit>;

export const historyItem = z.strictObject({
  entryId,
  seq: z.int(),
  kind: z.string(),
  at: z.string(),
  staffName: z.string().optional(),
  event: z.string().nullable(),
  uploaded: z.boolean(),
  /** A few plain values for the line's words, e.g. tier, card number, paper kind. */
  details: z.record(z.string(), z.string()),
});

export type HistoryItem = z.infer<typeof historyItem>;

const personView = z.strictObject({
  id: personId,
  version: z.int(),
  registeredOn: plainDate,
  document: z.strictObject({
    kind: idKind,
    maskedNumber: z.string(),
    issuer: z.string().optional(),
    validFrom: z.string().optional(),
    validTo: z.string().optional(),
  }),
  identity: personFacts.shape.identity,
  /** Absent for somebody taken over from a ledger that has none. */
  employment: person.shape.employment,
  contact: z.strictObject({ maskedPhone: z.string(), email: z.string().optional(), residence: z.string().optional() }),
  ...personDetails,
  recognitions: z.array(
    recognition.extend({
      teamName: z.string(),
      tierName: z.string(),
      handlerName: z.string(),
      actions: z.array(z.string()),
      /** By the pack it began under: what its tier and route ask for, and the day that was promised. */
      asked: z.array(material),
      promised: countedDay,
    }),
  ),
  cards: z.array(card.omit({ token: true, voidedPapers: true }).extend({ tierName: z.string(), actions: z.array(cardAct) })),
  /** `spent`: no earlier print of the next one, since it was spoilt with its card (作废) or tells of an earlier loss. */
  papers: z.array(printedPaper.omit({ values: true }).extend({ spent: z.boolean() })),
});
export type PersonView = z.infer<typeof personView>;

/** Looking for people, registering them, and one person's page. */
export const talentCalls = {
  register: call(
    'talent.register',
    'already-registered',
    'alike-undecided',
    'field-refused',
    'sign-off-needed',
    'second-person-needed',
    'disk-full',
    'records-unavailable',
  )
    .input(
      z.strictObject({
        facts: personFacts,
        draftId: draftId.optional(),
        /** A wrong check digit, accepted by a second person (`document.accept`, about the number) with a stored image of the document. */
        override: z.strictObject({ ticket: signOffTicket, image: sha256Hex }).optional(),
        /** Alike people whom the clerk has looked at and told from this one. */
        toldFrom: z
          .array(z.strictObject({ personId, why: alikeBecause }))
          .max(10)
          .optional(),
      }),
    )
    .output(z.strictObject({ personId, seq: z.int() })),
  get: call('talent.view', 'not-found').input(z.strictObject({ personId })).output(personView),
  history: call('talent.view', 'not-found').input(z.strictObject({ personId })).output(z.array(historyItem)),
  uncoverIdNumber: call('talent.uncover', 'not-found')
    .input(z.strictObject({ personId, reason: z.string().min(2).max(200) }))
    .output(z.strictObject({ idNumber: z.string(), phone: z.string() })),
  /** Who this may already be: exact on the number; likely ones by name and birth date or phone, with the reason. */
  likely: call('talent.register')
    .input(
      z.strictObject({
        idKind: idKind.optional(),
        /** Of a passport: numbers of two countries may be the same. */
        nationality: z.string().max(3).optional(),
        idNumber: z.string().max(40).optional(),
        name: z.string().max(100).optional(),
        birthDate: z.string().max(10).optional(),
        phone: z.string().max(30).optional(),
      }),
    )
    .output(
      z.array(
        z.strictObject({
          personId,
          name: z.string(),
          idKind,
          maskedIdNumber: z.string(),
          birthDate: z.string(),
          employer: z.string(),
          phoneTail: z.string(),
          registeredOn: z.string(),
          tier: z.string().optional(),
          cardNumber: z.string().optional(),
          why: z.union([z.literal('id-number'), alikeBecause]),
        }),
      ),
    ),
  search: call('talent.view')
    .input(z.strictObject({ text: z.string().max(200), limit: z.int().min(1).max(50) }))
    .output(z.array(searchHit)),
  recent: call('talent.view').output(z.array(searchHit.omit({ reason: true }))),
  /** Employers known from registrations, by code or part of the name, so that a known one needn't be typed again. */
  employers: call('talent.register')
    .input(z.strictObject({ text: z.string().max(100) }))
    .output(z.array(z.strictObject({ uscc: z.string(), name: z.string() }))),
};
