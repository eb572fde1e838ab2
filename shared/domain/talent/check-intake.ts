import { checkDocumentNumber } from '../../standards/identity-document.ts';
import { checkPersonName } from '../../standards/person-name.ts';
import type { EvidenceItem } from '../evidence/evidence-item.ts';
import type { PlainDate } from '../plain-date.ts';
import type { PackNotice } from '../policy/notice.ts';
import type { Applicant, Intake } from './application.ts';
import type { Batch } from './batch.ts';
import type { PersonFacts } from './person.ts';
import { type RefusedField, refusedUnless } from './refused-field.ts';

export interface IntakeContext {
  readonly today: PlainDate;
  /** 告知书 as the office gives it today. */
  readonly notice: PackNotice;
  /** The batch that the intake names, where it names one that there is. */
  readonly batch?: Pick<Batch, 'status' | 'agent' | 'authorisation'> | undefined;
}

/** No form that a counter takes up later is older. */
const earliestForm = '2000-01-01';

/** How the registration came in: whose hands, on which notice, and for a form filled in by hand (补录) its true date. */
export function checkIntake(facts: PersonFacts, context: IntakeContext): RefusedField[] {
  const { intake } = facts;
  if (!intake) return [{ path: 'intake.notice', code: 'required' }];
  const { backdated, batch } = intake;
  return [
    ...checkNotice(intake, context),
    ...checkApplicant(facts, intake, context),
    ...(backdated
      ? [
          ...refusedUnless(backdated.on <= context.today, 'intake.backdated.on', 'in-the-future'),
          ...refusedUnless(backdated.on >= earliestForm, 'intake.backdated.on', 'not-accepted'),
        ]
      : []),
    ...refusedUnless(!batch || context.batch?.status === 'open', 'intake.batch', 'batch-not-open'),
  ];
}

/** A form of another day may have been given under the notice of that day; anybody else is told by today's. */
function checkNotice({ notice, backdated }: Intake, { today, notice: current }: IntakeContext): RefusedField[] {
  const codes = current.purposes.map(({ code }) => code);
  const isToday = !backdated;
  return [
    ...refusedUnless(!isToday || notice.version === current.version, 'intake.notice.version', 'notice-outdated'),
    ...refusedUnless(!isToday || notice.purposes.every((one) => codes.includes(one)), 'intake.notice.purposes', 'not-accepted'),
    ...refusedUnless(notice.givenOn <= today, 'intake.notice.givenOn', 'in-the-future'),
  ];
}

function checkApplicant(
  { document, evidence = [] }: PersonFacts,
  { applicant }: Intake,
  { today, batch }: IntakeContext,
): RefusedField[] {
  if (applicant.role === 'self') return [];
  const path = 'intake.applicant';
  const { kind, number } = applicant.document;
  const check = checkDocumentNumber(number, { kind, today });
  const name = checkPersonName(applicant.name);
  const { expiresOn } = applicant.authorisation;
  return [
    ...(name.ok ? [] : [{ path: `${path}.name`, code: name.code }]),
    // A wrong check digit of somebody who hands in for another is the page's warning: their number is no key to anything.
    ...(check.ok || check.overridable ? [] : [{ path: `${path}.document.number`, code: check.code }]),
    ...refusedUnless(kind !== document.kind || number !== document.number, `${path}.document.number`, 'applicant-is-person'),
    ...refusedUnless(!expiresOn || expiresOn >= today, `${path}.authorisation.expiresOn`, 'authorisation-expired'),
    ...refusedUnless(
      isAgentOf(batch, applicant, today) || evidence.some((item) => authorises(item, applicant)),
      `${path}.authorisation`,
      'authorisation-missing',
    ),
  ];
}

/** The employer's letter was looked at when the batch was opened; while it holds it speaks for the agent whom it names, and nobody else. */
function isAgentOf(batch: IntakeContext['batch'], applicant: Exclude<Applicant, { role: 'self' }>, today: PlainDate): boolean {
  if (!batch || applicant.role !== 'employer') return false;
  const { expiresOn = today } = batch.authorisation;
  const { kind, number } = batch.agent.document;
  return expiresOn >= today && kind === applicant.document.kind && number === applicant.document.number;
}

/** 授权委托书, or a guardian's proof of guardianship: a scan, sheets with the case, or at least an original that was looked at. */
function authorises({ kind, file, originals, copies, originalSeen }: EvidenceItem, { role }: Applicant): boolean {
  const wanted = role === 'guardian' ? 'guardianship' : 'authorisation';
  return kind === wanted && (file !== undefined || originals + copies > 0 || originalSeen !== undefined);
}
