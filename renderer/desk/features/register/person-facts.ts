import type { StaffId } from '../../../../shared/domain/ids.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { type PersonFacts, personFacts } from '../../../../shared/domain/talent/person.ts';
import { checkScriptName } from '../../../../shared/standards/person-name.ts';
import { type FieldName, type Fields, fieldsOf, isForAnother, textOf, writtenRows } from './registration-fields.ts';
import { type RowList, rowLists, rowName } from './row-lists.ts';
import { readFileText, readPhotoText, seenBy } from './stored-file.ts';

export type FactsReading = { ok: true; facts: PersonFacts } | { ok: false; codes: Partial<Record<FieldName, string>> };

export interface FactsContext {
  /** Who registers, and so vouches for the originals that were compared. */
  staffId: StaffId | undefined;
  /** What the pack says the notice is for. */
  purposes: readonly string[];
}

/** What the fields say as the contract has it. Empty ones are left out; what the schema refuses comes back by field. */
export function toPersonFacts(fields: Fields, context: FactsContext): FactsReading {
  const photo = readPhotoText(fields.photo);
  const parsed = personFacts.safeParse({
    document: sectionFacts('document', fields),
    identity: identityFacts(fields),
    ...qualificationFacts(fields),
    employment: sectionFacts('employment', fields),
    contact: sectionFacts('contact', fields),
    intake: intakeFacts(fields, context),
    ...(photo && { photo }),
    ...evidenceFacts(fields, context),
  });
  if (parsed.success) return { ok: true, facts: parsed.data };
  const codes = Object.fromEntries(
    parsed.error.issues.map((issue) => [issue.path.join('.'), issue.code === 'custom' ? issue.message : issue.code]),
  );
  return { ok: false, codes };
}

function sectionFacts(section: 'document' | 'identity' | 'employment' | 'contact', fields: Fields): Record<string, string> {
  return Object.fromEntries(
    fieldsOf(section, fields)
      .filter((name) => textOf(fields, name) !== '')
      .map((name) => [name.slice(section.length + 1), textOf(fields, name)]),
  );
}

/** A 民族文字姓名 goes with its script, so that a font can be told. */
function identityFacts(fields: Fields): Record<string, unknown> {
  const { scriptName, ...rest } = sectionFacts('identity', fields);
  if (scriptName === undefined) return rest;
  const checked = checkScriptName(scriptName);
  return { ...rest, scriptName: { name: scriptName, ...(checked.ok && { script: checked.script }) } };
}

function qualificationFacts(fields: Fields): { qualifications?: unknown } {
  const educations = rowsAsText(fields, 'qualifications.educations');
  const titles = rowsAsText(fields, 'qualifications.titles');
  const skills = rowsAsText(fields, 'qualifications.skills').map((row) => ({ ...row, rank: Number(row['rank']) }));
  if (educations.length + titles.length + skills.length === 0) return {};
  return { qualifications: { educations, titles, skills } };
}

/** The written fields of each row, by column. */
function rowsAsText(fields: Fields, list: RowList): Record<string, string>[] {
  return Array.from({ length: writtenRows(fields, list) }, (_, at) => {
    const cells = rowLists[list].columns.map(
      (column) => [column, textOf(fields, `${list}.${at}.${column}` as FieldName)] as const,
    );
    return Object.fromEntries(cells.filter(([, text]) => text !== ''));
  });
}

function intakeFacts(fields: Fields, { purposes }: FactsContext): unknown {
  const { batch } = fields;
  const on = fields['intake.backdated.on'];
  const receipt = readFileText(fields['intake.notice.receipt'])?.sha256;
  return {
    applicant: isForAnother(fields) ? otherApplicant(fields) : { role: 'self' },
    notice: {
      version: fields['notice.version'],
      purposes,
      givenOn: fields['intake.notice.givenOn'],
      ...(receipt && { receipt }),
    },
    ...(on && { backdated: { on, reason: fields['intake.backdated.reason'] } }),
    ...(batch && { batch }),
  };
}

function otherApplicant(fields: Fields): unknown {
  const phone = fields['intake.applicant.phone'];
  const expiresOn = fields['intake.applicant.authorisation.expiresOn'];
  return {
    role: fields['intake.applicant.role'],
    name: fields['intake.applicant.name'],
    document: { kind: fields['intake.applicant.document.kind'], number: fields['intake.applicant.document.number'] },
    ...(phone && { phone }),
    authorisation: { scope: fields['intake.applicant.authorisation.scope'], ...(expiresOn && { expiresOn }) },
  };
}

function evidenceFacts(fields: Fields, { staffId }: FactsContext): { evidence?: unknown } {
  const count = writtenRows(fields, 'evidence');
  if (count === 0) return {};
  return { evidence: Array.from({ length: count }, (_, at) => evidenceItem(fields, at, staffId)) };
}

function evidenceItem(fields: Fields, at: number, staffId: StaffId | undefined): unknown {
  const text = (column: (typeof rowLists.evidence.columns)[number]) => textOf(fields, rowName('evidence', at, column));
  const file = readFileText(text('file'));
  const seenOn = seenBy(text('seen'), staffId) as PlainDate | undefined;
  return {
    kind: text('kind'),
    ...(file && { file }),
    originals: Number(text('originals')),
    copies: Number(text('copies')),
    ...(seenOn && { originalSeen: { by: staffId, on: seenOn } }),
    ...(text('expiresOn') && { expiresOn: text('expiresOn') }),
    ...(text('translator') && { translation: { translator: text('translator'), sealed: text('sealed') !== '' } }),
    ...(text('note') && { note: text('note') }),
  };
}
