/** The lists of the page whose rows come and go: each with its columns in the page's order, and how many rows it takes. */
export const rowLists = {
  'qualifications.educations': {
    columns: [
      'level',
      'degree',
      'school',
      'major',
      'completedOn',
      'certificateNumber',
      'degreeNumber',
      'onlineCode',
      'onlineCodeExpiresOn',
      'overseasReport',
    ],
    required: ['level', 'school'],
    most: 6,
  },
  'qualifications.titles': { columns: ['name', 'code', 'number', 'issuer', 'awardedOn'], required: ['name'], most: 6 },
  'qualifications.skills': {
    columns: ['rank', 'occupation', 'number', 'issuer', 'awardedOn'],
    required: ['rank', 'occupation'],
    most: 6,
  },
  // The record takes forty; a draft keeps at most four hundred texts, and nobody hands in more than this at once.
  evidence: {
    columns: ['kind', 'file', 'originals', 'copies', 'seen', 'expiresOn', 'translator', 'sealed', 'note'],
    required: ['kind'],
    most: 20,
  },
} as const;

export type RowList = keyof typeof rowLists;
export type ColumnOf<L extends RowList> = (typeof rowLists)[L]['columns'][number];
type RowNameOf<L extends RowList> = `${L}.${number}.${ColumnOf<L>}`;
/** A field of a row, by its path in the contract: `qualifications.educations.0.level`. */
export type RowName = { [L in RowList]: RowNameOf<L> }[RowList];
/** The same field of any row: `qualifications.educations.level`. */
export type RowKey = { [L in RowList]: `${L}.${ColumnOf<L>}` }[RowList];

export const rowListNames = Object.keys(rowLists) as RowList[];

export interface RowPlace {
  list: RowList;
  at: number;
  column: string;
}

/** Where a row's field stands; undefined for any other name. */
export function rowPlace(name: string): RowPlace | undefined {
  const match = /^(.+)\.(\d{1,2})\.(\w+)$/.exec(name);
  const list = rowListNames.find((one) => one === match?.[1]);
  if (!match || !list) return undefined;
  const [at, column] = [Number(match[2]), match[3] ?? ''];
  const { columns, most } = rowLists[list];
  return at < most && (columns as readonly string[]).includes(column) ? { list, at, column } : undefined;
}

/** The name of a row's field. */
export function rowName<L extends RowList>(list: L, at: number, column: ColumnOf<L>): RowName {
  return `${list}.${at}.${column}` as RowName;
}

/** All fields of a row, in the page's order. */
export function namesOfRow(list: RowList, at: number): RowName[] {
  return rowLists[list].columns.map((column) => `${list}.${at}.${column}` as RowName);
}
