import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { card } from '../domain/card/card.ts';
import { cardAct } from '../domain/card/card-life.ts';
import { counter, numberSeries } from '../domain/counter/counter.ts';
import { evidenceFile } from '../domain/evidence/evidence-file.ts';
import { draftId, entryId, jobId, paperId, personId, sha256Hex } from '../domain/ids.ts';
import { recognition } from '../domain/matter/recognition.ts';
import { paperKind, paperSubject, printedPaper } from '../domain/paper/printed-paper.ts';
import { plainDate } from '../domain/plain-date.ts';
import { material, policyPack } from '../domain/policy/pack.ts';
import { role, signOffRights, staff } from '../domain/staff/staff.ts';
import { idKind } from '../domain/talent/id-kind.ts';
import { person, personFacts } from '../domain/talent/person.ts';
import { adviceCalls } from './advice-calls.ts';
import { approvalCalls } from './approval-calls.ts';
import { batchCalls } from './batch-calls.ts';
import { cardCalls } from './card-calls.ts';
import { call, done } from './desk-call.ts';
import { deskSettingsCalls } from './desk-settings-calls.ts';
import { goingLiveCalls } from './going-live-calls.ts';
import { matterCalls } from './hand-over-calls.ts';
import { numberCalls } from './number-calls.ts';
import { alikeBecause, personDetails } from './person-details.ts';
import { recognitionCalls, signOffTicket } from './recognition-calls.ts';
import { staffCalls } from './staff-calls.ts';
import { countedDay } from './supplement-calls.ts';
import { takingOverCalls } from './taking-over-calls.ts';

export const sessionState = z.strictObject({
  phase: z.enum(['enrol', 'starting', 'signed-out', 'locked', 'signed-in', 'stopped']),
  trial: z.boolean(),
  staff: staff.optional(),
  office: counter.shape.office.optional(),
  counterCode: z.string().optional(),
  /** With `enrol`: 试用 was begun on this computer and can be gone back to. */
  trialThere: z.boolean().optional(),
  /** The office's passphrase is asked for beside the PIN: once after each start, where no keyring keeps it. */
  needsPassphrase: z.boolean().optional(),
  /** Where this member of staff was when the program last ended without a sign-out: an address within the desk. */
  place: z.string().optional(),
  /** 试用: the sample staff and their PINs, shown at sign-in so that anyone can try. Never sent by a live counter. */
  sampleStaff: z.array(z.strictObject({ number: z.string(), name: z.string(), role, pin: z.string() })).optional(),
  /** With `starting`: what is being replayed or rebuilt. With `stopped`: why the start was stopped (a damaged frame), and its number. */
  progress: z.strictObject({ what: z.enum(['replay', 'rebuild']), done: z.int(), total: z.int() }).optional(),
  stopped: z
    .strictObject({
      reason: z.enum(['journal-damaged', 'journal-behind', 'vault-damaged', 'newer-version', 'disk-full']),
      log: z.string(),
      frame: z.int().optional(),
      file: z.string().optional(),
    })
    .optional(),
});
export type SessionState = z.infer<typeof sessionState>;

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

export const jobState = z.enum(['queued', 'submitted', 'printing', 'done', 'failed', 'held']);
export const printJob = z.strictObject({
  id: jobId,
  paperId,
  kind: paperKind,
  title: z.string(),
  printer: z.string(),
  state: jobState,
  reason: z.string().optional(),
  file: z.string().optional(),
  queuedAt: z.string(),
  doneAt: z.string().optional(),
});
export type PrintJob = z.infer<typeof printJob>;

export const changeNotice = z.strictObject({
  /** What changed, by noun: screens ask again for what they show of it. */
  nouns: z.array(
    z.enum(['session', 'person', 'recognition', 'card', 'paper', 'job', 'status', 'draft', 'settings', 'batch', 'approval']),
  ),
  personId: personId.optional(),
});

/** What a start found amiss and mended, or set aside: told to a person, since it may be the disk's first sign. */
export const startNotice = z.enum(['vault-mended', 'marks-lost', 'torn-tail', 'records-rebuilt', 'queue-lost', 'print-differs']);
export type StartNotice = z.infer<typeof startNotice>;

export const counterStatus = z.strictObject({
  online: z.boolean(),
  /** Since when there was no connection; null on a counter that has no central API yet. */
  offlineSince: z.string().nullable(),
  unsent: z.strictObject({ count: z.int(), oldest: z.string().nullable() }),
  numbersLeft: z.strictObject({ card: z.int(), certificate: z.int(), matter: z.int() }),
  /** In December: the series of which the next year's numbers are missing. */
  nextYearMissing: z.array(numberSeries),
  printer: z.strictObject({
    name: z.string(),
    state: z.enum(['ready', 'working', 'stopped']),
    waiting: z.int(),
    reason: z.string().optional(),
  }),
  savedAt: z.string().nullable(),
  trial: z.boolean(),
  host: z.string(),
  /** The pack in force, and where the newest one was refused: the last good one stays. */
  policy: z.strictObject({
    pack: z.string(),
    refused: z
      .strictObject({ file: z.string(), faults: z.array(z.strictObject({ line: z.int(), path: z.string(), code: z.string() })) })
      .optional(),
  }),
  notices: z.array(startNotice),
  /** The computer's date lies before the newest record's: nothing that bears a date is done until a supervisor confirms it. */
  questionable: z.strictObject({ today: plainDate, lastEntry: plainDate }).optional(),
  /** `cards`: to issue and to make; `handOver`: made, and not collected yet. */
  waiting: z.strictObject({ recognitions: z.int(), cards: z.int(), handOver: z.int(), jobs: z.int() }),
  today: z.strictObject({
    date: plainDate,
    registered: z.int(),
    recognised: z.int(),
    cards: z.int(),
    papers: z.int(),
    advised: z.int(),
  }),
});
export type CounterStatus = z.infer<typeof counterStatus>;

const draft = z.strictObject({
  id: draftId,
  savedAt: z.string(),
  title: z.string().max(200),
  fields: z
    .record(z.string().max(60), z.string().max(4_000))
    .refine((fields) => Object.keys(fields).length <= 400, { message: 'too-long' }),
});

export const deskContract = {
  session: {
    state: call('anyone').output(sessionState),
    /** 试用: a data folder of its own with sample staff and a trial number block. */
    startTrial: call('anyone', 'already-enrolled').output(sessionState),
    signIn: call(
      'anyone',
      'wrong-credentials',
      'too-many-attempts',
      'passphrase-needed',
      'passphrase-wrong',
      'keyring-unavailable',
    )
      .input(
        z.strictObject({
          staffNumber: z.string().min(1).max(20),
          pin: z.string().min(1).max(64),
          passphrase: z.string().min(1).max(400).optional(),
        }),
      )
      .output(sessionState),
    unlock: call('anyone', 'wrong-credentials', 'too-many-attempts')
      .input(z.strictObject({ pin: z.string().min(1).max(64) }))
      .output(sessionState),
    lock: call('signed-in').output(sessionState),
    signOut: call('anyone').output(sessionState),
    /** Where the clerk is now, so that a killed program comes back there. */
    keepPlace: call('signed-in', 'disk-full')
      .input(
        z.strictObject({
          address: z
            .string()
            .max(200)
            .regex(/^\/[\w/?=&%.-]*$/, 'not-an-address'),
        }),
      )
      .output(done),
    /** A second person proves who they are beside the signed-in one. */
    signOff: call('signed-in', 'wrong-credentials', 'too-many-attempts', 'second-person-needed')
      .input(
        z.strictObject({
          staffNumber: z.string().min(1).max(20),
          pin: z.string().min(1).max(64),
          act: z.enum(signOffRights),
          subjectId: z.string().max(64),
        }),
      )
      .output(z.strictObject({ ticket: signOffTicket, staff })),
  },
  changes: { watch: call('anyone').output(eventIterator(changeNotice)) },
  counter: {
    status: call('signed-in').output(counterStatus),
    /** A second person has looked at a calendar: the computer's date is right, though records with a later one are here. */
    confirmDate: call('talent.register', 'sign-off-needed', 'second-person-needed', 'disk-full', 'records-unavailable')
      .input(z.strictObject({ today: plainDate, ticket: signOffTicket }))
      .output(done),
  },
  policy: { pack: call('signed-in').output(policyPack) },
  staff: staffCalls,
  numbers: numberCalls,
  goingLive: goingLiveCalls,
  talents: {
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
  },
  drafts: {
    save: call('talent.register', 'disk-full')
      .input(draft.omit({ savedAt: true }))
      .output(z.strictObject({ savedAt: z.string() })),
    /** The newest two hundred, the last saved first; one that can't be read any more is passed over. */
    list: call('talent.register').output(
      z.array(
        draft.extend({
          /** 首问: who began with this person, and who saved last; names. */
          startedBy: z.string(),
          updatedBy: z.string(),
        }),
      ),
    ),
    discard: call('talent.register').input(z.strictObject({ draftId })).output(done),
  },
  attachments: {
    put: call('recognition.receive', 'file-not-accepted', 'disk-full')
      .input(z.strictObject({ name: z.string().min(1).max(120), file: z.instanceof(Blob) }))
      .output(evidenceFile),
    /** A scan or photo as it was stored, to be looked at. */
    get: call('talent.view', 'not-found')
      .input(z.strictObject({ sha256: sha256Hex }))
      .output(z.strictObject({ file: z.instanceof(Blob) })),
  },
  batches: batchCalls,
  recognitions: recognitionCalls,
  approvals: approvalCalls,
  matters: matterCalls,
  deskSettings: deskSettingsCalls,
  cards: cardCalls,
  takingOver: takingOverCalls,
  advice: adviceCalls,
  papers: {
    /** The PDF as it will be printed. Writes nothing. */
    preview: call(
      'talent.view',
      'not-found',
      'paper-not-available',
      'photo-damaged',
      'character-not-drawable',
      'text-does-not-fit',
      'qr-too-long',
      'date-questionable',
      'records-unavailable',
    )
      .input(paperSubject)
      .output(
        z.strictObject({ pdf: z.instanceof(Blob), title: z.string(), pages: z.int(), widthMm: z.number(), heightMm: z.number() }),
      ),
    print: call(
      'paper.print',
      'not-found',
      'paper-not-available',
      'photo-damaged',
      'character-not-drawable',
      'text-does-not-fit',
      'qr-too-long',
      'date-questionable',
      'printer-unavailable',
      'disk-full',
      'records-unavailable',
    )
      .input(paperSubject.extend({ reprintReason: z.string().min(2).max(200).optional() }))
      .output(z.strictObject({ paperId, jobId })),
    jobs: call('signed-in').output(z.array(printJob)),
    retry: call('paper.print', 'not-found').input(z.strictObject({ jobId })).output(done),
    cancel: call('paper.print', 'not-found').input(z.strictObject({ jobId })).output(done),
  },
};
