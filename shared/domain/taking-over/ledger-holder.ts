import { findCountry, searchCountries } from '../../standards/gb-2659.ts';
import { checkUscc, tidyUscc } from '../../standards/gb-32100.ts';
import { checkDocumentNumber, type NumberSays, tidyDocumentNumber } from '../../standards/identity-document.ts';
import { checkPersonName, tidyPersonName } from '../../standards/person-name.ts';
import { checkPhone, tidyPhone } from '../../standards/phone.ts';
import { foldFullWidth, tidy, withoutSpaces } from '../../standards/tidied.ts';
import type { PlainDate } from '../plain-date.ts';
import type { IdKind } from '../talent/id-kind.ts';
import type { Person } from '../talent/person.ts';
import type { LedgerCells } from './ledger-cells.ts';
import { readLedgerDate } from './ledger-date.ts';

/** What a row says of the person. */
export type LedgerHolder = Pick<Person, 'document' | 'identity' | 'employment' | 'contact'>;

const idKinds: Readonly<Record<string, IdKind>> = {
  '': 'resident-id',
  居民身份证: 'resident-id',
  身份证: 'resident-id',
  二代身份证: 'resident-id',
  港澳居民居住证: 'hk-macao-residence',
  台湾居民居住证: 'taiwan-residence',
  港澳居民来往内地通行证: 'hk-macao-travel',
  回乡证: 'hk-macao-travel',
  台湾居民来往大陆通行证: 'taiwan-travel',
  台胞证: 'taiwan-travel',
  外国人永久居留身份证: 'foreign-pr',
  外国人永久居留证: 'foreign-pr-2004',
  护照: 'passport',
};
const sexes: Readonly<Record<string, '1' | '2'>> = { 男: '1', 女: '2' };
const spaces = (text: string) => tidy(text, [['spaces', (t) => t.trim().replace(/\s{2,}/gu, ' ')]]);
const closed = (text: string) =>
  tidy(text, [
    ['full-width', foldFullWidth],
    ['spaces', withoutSpaces],
  ]);
const failure = (check: { ok: true } | { ok: false; code: string }) => (check.ok ? undefined : check.code);

/** The person of a row, as far as it is said; whether that is enough, the problems tell. */
export function readHolder(cells: LedgerCells, today: PlainDate): unknown {
  const name = cells.read('name', tidyPersonName, (text) => failure(checkPersonName(text)));
  const { kind, number, says } = readDocument(cells, today);
  const employer = cells.read('employer', spaces, () => undefined);
  const uscc = cells.read('uscc', tidyUscc, (text) => failure(checkUscc(text)));
  const phone = cells.read('phone', tidyPhone, (text) => failure(checkPhone(text)));
  return {
    document: { kind, number },
    identity: {
      name,
      sex: readSex(cells, says),
      birthDate: readBirthDate(cells, says, today),
      nationality: readNationality(cells, says),
    },
    ...(employer && { employment: { employerName: employer, ...(uscc && { uscc }) } }),
    contact: phone ? { phone } : {},
  };
}

function readDocument(cells: LedgerCells, today: PlainDate): { kind: IdKind; number: string; says: NumberSays } {
  const kindWord = cells.read('idKind', closed, (text) => (Object.hasOwn(idKinds, text) ? undefined : 'unknown-id-kind'));
  const kind = (Object.hasOwn(idKinds, kindWord) && idKinds[kindWord]) || 'resident-id';
  let says: NumberSays = {};
  const number = cells.read(
    'idNumber',
    (text) => tidyDocumentNumber(text, kind),
    (text) => {
      const check = checkDocumentNumber(text, { kind, today });
      if (check.ok) says = check.says;
      // A spreadsheet keeps fifteen digits of a number: what it rounded away is nowhere any more.
      else if (/^\d(\.\d+)?E\+?\d+$/i.test(text) || /^\d{15}000$/.test(text)) return 'digits-lost';
      else return check.overridable ? 'supervisor-needed' : check.code;
      return undefined;
    },
  );
  return { kind, number, says };
}

/** The number says it, and the ledger must not say otherwise; where neither does, it is unknown (0). */
function readSex(cells: LedgerCells, says: NumberSays): '0' | '1' | '2' {
  const word = cells.read('sex', closed, (text) => (Object.hasOwn(sexes, text) ? undefined : 'unknown-sex'));
  const sex = Object.hasOwn(sexes, word) ? sexes[word] : undefined;
  if (sex && says.sex && sex !== says.sex) cells.problem('sex', 'differs-from-number');
  return sex ?? says.sex ?? '0';
}

function readBirthDate(cells: LedgerCells, says: NumberSays, today: PlainDate): string {
  const date = readDate(cells, 'birthDate');
  if (date && date > today) cells.problem('birthDate', 'in-the-future');
  if (date && says.birthDate && date !== says.birthDate) cells.problem('birthDate', 'differs-from-number');
  if (!date && !says.birthDate && cells.problems.length === 0) cells.problem('birthDate', 'required');
  return date ?? says.birthDate ?? '';
}

function readNationality(cells: LedgerCells, says: NumberSays): string {
  const word = cells.read('nationality', closed, () => undefined);
  const found = findCountry(word) ?? searchCountries(word).find(({ zh }) => zh === word);
  const code = found?.isNationality ? found.code : undefined;
  if (word && !code) cells.problem('nationality', 'not-a-country');
  if (!code && !says.nationality && cells.problems.length === 0) cells.problem('nationality', 'required');
  return code ?? says.nationality ?? '';
}

/** A date of the row, or undefined where there is none or none that holds. */
export function readDate(cells: LedgerCells, field: 'birthDate' | 'issuedOn' | 'validTo'): PlainDate | undefined {
  const raw = cells.raw(field).trim();
  if (raw === '') return undefined;
  const read = readLedgerDate(raw);
  if (!read.ok) {
    cells.problem(field, read.code);
    return undefined;
  }
  if (read.date !== raw) cells.noteMended(field);
  return read.date;
}
