import { countries } from '../../standards/gb-2659.ts';
import { checkUscc, tidyUscc } from '../../standards/gb-32100.ts';
import { checkDocumentNumber, type NumberSays, tidyDocumentNumber } from '../../standards/identity-document.ts';
import { checkPersonName, tidyPersonName } from '../../standards/person-name.ts';
import { checkPhone, tidyPhone } from '../../standards/phone.ts';
import type { CsvRecord } from '../../standards/rfc-4180.ts';
import { foldFullWidth, type Tidied, tidy, withoutSpaces } from '../../standards/tidied.ts';
import { isPlainDate, type PlainDate } from '../plain-date.ts';
import type { IdKind } from './id-kind.ts';
import { type EngagementKind, type PersonFacts, personFacts } from './person.ts';

export interface RosterProblem {
  /** The field as the registration knows it, such as `document.number`. */
  path: string;
  /** A stable code, the same as the registration page's where it has one. */
  code: string;
  /** What the row says there; with `duplicate-in-file`, the line that said it first. */
  value: string;
}

export interface RosterRow {
  line: number;
  /** 序号, as the roster has it. */
  serial: string;
  name: string;
  idNumber: string;
  /** Present where there is no problem: ready to register. */
  facts?: PersonFacts;
  problems: readonly RosterProblem[];
  /** Fields that were mended (spaces, full-width signs), to be shown. */
  mended: readonly string[];
  /** What an application for recognition will ask, in the roster's words; the policy pack knows them by these names. */
  wish: { teamName: string; routeName: string };
  /** Copied for later sections of the record. 民族 is not asked, so it is not taken. */
  background: { education: string; title: string; skillLevel: string; major: string };
}

export const requiredColumns = [
  '姓名',
  '性别',
  '证件类型',
  '证件号码',
  '出生日期',
  '手机',
  '工作单位',
  '统一社会信用代码',
  '引进方式',
] as const;

const idKinds: Readonly<Record<string, IdKind>> = {
  居民身份证: 'resident-id',
  港澳居民居住证: 'hk-macao-residence',
  台湾居民居住证: 'taiwan-residence',
  港澳居民来往内地通行证: 'hk-macao-travel',
  台湾居民来往大陆通行证: 'taiwan-travel',
  外国人永久居留身份证: 'foreign-pr',
  外国人永久居留证: 'foreign-pr-2004',
  护照: 'passport',
};
const engagements: Readonly<Record<string, EngagementKind>> = {
  全职: 'full-time',
  飞地引才: 'enclave',
  项目合作: 'project',
  技术指导: 'guidance',
  短期聘用: 'short-term',
};
const sexes: Readonly<Record<string, '1' | '2'>> = { 男: '1', 女: '2' };

/** Reads one row. Nothing is guessed: a word the tables don't have, or a value that doesn't hold, is a problem of its field. */
export function readRosterRow(columns: readonly string[], record: CsvRecord, today: PlainDate): RosterRow {
  const cells = new Cells(columns, record);
  const name = cells.checked({ path: 'identity.name', column: '姓名' }, tidyPersonName, (text) => {
    const check = checkPersonName(text);
    return check.ok ? (check.privateUse.length > 0 ? 'name-private-use' : undefined) : check.code;
  });
  const idKind = cells.word('document.kind', '证件类型', idKinds);
  const { idNumber, says } = readNumber(cells, idKind ?? 'resident-id', today);
  const draft = {
    document: { kind: idKind, number: idNumber },
    identity: {
      name,
      sex: cells.word('identity.sex', '性别', sexes),
      birthDate: birthDate(cells, today),
      nationality: nationality(cells, says),
    },
    employment: {
      employerName: cells.text('employment.employerName', '工作单位'),
      uscc: cells.checked({ path: 'employment.uscc', column: '统一社会信用代码' }, tidyUscc, (text) => failure(checkUscc(text))),
      engagement: cells.word('employment.engagement', '引进方式', engagements),
      ...optional('position', cells.text('employment.position', '职务')),
    },
    contact: {
      phone: cells.checked({ path: 'contact.phone', column: '手机' }, tidyPhone, (text) => failure(checkPhone(text))),
      ...optional('residence', cells.text('contact.residence', '住址')),
    },
  };
  compareWithNumber(cells, draft.identity, says);
  const facts = cells.problems.length === 0 ? schemaChecked(cells, draft) : undefined;
  const [wish, background] = [wishOf(cells), backgroundOf(cells)];
  const { problems, mended } = cells;
  return {
    line: record.line,
    serial: cells.text('', '序号'),
    name,
    idNumber,
    ...(facts ? { facts } : {}),
    problems,
    mended,
    wish,
    background,
  };
}

/** A row's cells by column name, and what was found about them on the way. */
class Cells {
  readonly problems: RosterProblem[] = [];
  readonly mended: string[] = [];
  readonly #values: ReadonlyMap<string, string>;

  constructor(columns: readonly string[], { fields }: CsvRecord) {
    this.#values = new Map(columns.map((name, i) => [name, fields[i] ?? '']));
    if (fields.length > columns.length) this.problem('', 'too-many-fields', fields.slice(columns.length).join(','));
  }

  problem(path: string, code: string, value: string): void {
    this.problems.push({ path, code, value });
  }

  /** Free words: spaces at the ends and doubled ones go. A required column's empty cell is a problem. */
  text(path: string, column: string): string {
    return this.checked(
      { path, column },
      (value) => tidy(value, [['spaces', (t) => t.trim().replace(/\s{2,}/gu, ' ')]]),
      () => undefined,
    );
  }

  word<T>(path: string, column: string, table: Readonly<Record<string, T>>): T | undefined {
    const word = this.checked(
      { path, column },
      (value) => tidy(value, [['spaces', withoutSpaces]]),
      (text) => (Object.hasOwn(table, text) ? undefined : `unknown-${path.split('.').pop()}`),
    );
    return Object.hasOwn(table, word) ? table[word] : undefined;
  }

  checked(
    { path, column }: { path: string; column: string },
    mend: (text: string) => Tidied<string>,
    check: (text: string) => string | undefined,
  ): string {
    const value = this.#values.get(column) ?? '';
    const { text, changes } = mend(value);
    if (changes.length > 0) this.mended.push(path);
    const missing = text === '' && (requiredColumns as readonly string[]).includes(column);
    const code = missing ? 'missing' : check(text);
    if (code) this.problem(path, code, value);
    return text;
  }
}

function birthDate(cells: Cells, today: PlainDate): string {
  const mend = (value: string) =>
    tidy(value, [
      ['full-width', foldFullWidth],
      ['spaces', withoutSpaces],
    ]);
  return cells.checked({ path: 'identity.birthDate', column: '出生日期' }, mend, (text) => {
    if (!isPlainDate(text)) return 'not-a-date';
    return text > today ? 'in-the-future' : undefined;
  });
}

/** The number by its kind, and what it says of its holder: nothing where it doesn't hold. */
function readNumber(cells: Cells, kind: IdKind, today: PlainDate): { idNumber: string; says: NumberSays } {
  let says: NumberSays = {};
  const tidyNumber = (text: string) => tidyDocumentNumber(text, kind);
  const idNumber = cells.checked({ path: 'document.number', column: '证件号码' }, tidyNumber, (text) => {
    const check = checkDocumentNumber(text, { kind, today });
    if (check.ok) says = check.says;
    return check.ok ? undefined : check.code;
  });
  return { idNumber, says };
}

/** 国籍, where the number doesn't say it; a roster without the column is of Chinese citizens. */
function nationality(cells: Cells, says: NumberSays): string {
  const word = cells.text('identity.nationality', '国籍');
  if (word === '') return says.nationality ?? 'CHN';
  const country = countries.find(({ zh, code, isNationality }) => isNationality && (zh === word || code === word));
  if (!country) cells.problem('identity.nationality', 'not-a-country', word);
  return country?.code ?? '';
}

function compareWithNumber(cells: Cells, identity: { birthDate: string; sex: string | undefined }, number: NumberSays): void {
  const faulty = (path: string) => cells.problems.some((problem) => problem.path === path);
  const { birthDate, sex } = identity;
  if (!faulty('identity.birthDate') && number.birthDate && birthDate !== number.birthDate)
    cells.problem('identity.birthDate', 'differs-from-number', birthDate);
  if (sex && number.sex && sex !== number.sex) cells.problem('identity.sex', 'differs-from-number', sex);
}

/** The last word is the record's own schema: a field longer than the record takes is a problem, not a crash later. */
function schemaChecked(cells: Cells, draft: unknown): PersonFacts | undefined {
  const parsed = personFacts.safeParse(draft);
  if (parsed.success) return parsed.data;
  for (const { path, code } of parsed.error.issues) {
    cells.problem(path.join('.'), code === 'too_big' ? 'too-long' : 'not-accepted', '');
  }
  return undefined;
}

function wishOf(cells: Cells): RosterRow['wish'] {
  return { teamName: cells.text('wish.team', '拟申报队伍'), routeName: cells.text('wish.route', '认定途径') };
}

function backgroundOf(cells: Cells): RosterRow['background'] {
  return {
    education: cells.text('background.education', '学历'),
    title: cells.text('background.title', '职称'),
    skillLevel: cells.text('background.skillLevel', '技能等级'),
    major: cells.text('background.major', '专业'),
  };
}

function failure(check: { ok: true } | { ok: false; code: string }): string | undefined {
  return check.ok ? undefined : check.code;
}

function optional<K extends string>(key: K, value: string): { [P in K]?: string } {
  return value === '' ? {} : ({ [key]: value } as { [P in K]: string });
}
