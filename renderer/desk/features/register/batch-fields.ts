import { type BatchFacts, batchFacts } from '../../../../shared/domain/talent/batch.ts';
import { type FieldName, type Fields, textOf } from './registration-fields.ts';
import { namesOfRow, rowLists, rowName } from './row-lists.ts';

/** What is the same for everybody of a hand-in: the employer, and who stands at the counter for it. */
const shared = [
  'employment.employerName',
  'employment.uscc',
  'intake.applicant.role',
  'intake.applicant.name',
  'intake.applicant.document.kind',
  'intake.applicant.document.number',
  'intake.applicant.phone',
  'intake.applicant.authorisation.scope',
  'intake.applicant.authorisation.expiresOn',
] as const satisfies readonly FieldName[];

/** The hand-in that employer and applicant of this registration make up; undefined while one of them isn't whole. */
export function toBatchFacts(fields: Fields, expected: number | undefined): BatchFacts | undefined {
  const phone = fields['intake.applicant.phone'];
  const expiresOn = fields['intake.applicant.authorisation.expiresOn'];
  const parsed = batchFacts.safeParse({
    employer: { name: fields['employment.employerName'], uscc: fields['employment.uscc'] },
    agent: {
      name: fields['intake.applicant.name'],
      document: { kind: fields['intake.applicant.document.kind'], number: fields['intake.applicant.document.number'] },
      ...(phone && { phone }),
    },
    authorisation: { scope: fields['intake.applicant.authorisation.scope'], ...(expiresOn && { expiresOn }) },
    ...(expected && { expected }),
  });
  return parsed.success && fields['intake.applicant.role'] === 'employer' ? parsed.data : undefined;
}

/** The draft of the next person of the same hand-in: employer, agent and the one letter of authorisation come along. */
export function nextOfBatch(fields: Fields): Record<string, string> {
  const texts = shared.map((name) => [name, fields[name]] as const).filter(([, text]) => text !== '');
  return { ...Object.fromEntries(texts), batch: fields.batch, ...letterOf(fields) };
}

function letterOf(fields: Fields): Record<string, string> {
  const rows = Array.from({ length: rowLists.evidence.most }, (_, at) => at);
  const at = rows.find((row) => textOf(fields, rowName('evidence', row, 'kind')) === 'authorisation');
  if (at === undefined) return {};
  const texts = namesOfRow('evidence', at).map(
    (name, column) => [namesOfRow('evidence', 0)[column], textOf(fields, name)] as const,
  );
  return Object.fromEntries(texts.filter(([, text]) => text !== ''));
}
