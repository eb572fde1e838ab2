import type { PaperContexts, PaperDefinition } from '../definition.ts';
import { type AuditListValues, auditListValues, rowsPerPage } from './audit-list-values.ts';
import { usualList, worstLists } from './examples.ts';

/** 审计清单, A4 across: entries of the journal as an auditor's filter chose them. It is exported by the audit's own call, page by page. */
export const auditList: PaperDefinition<AuditListValues, 'audit'> = {
  kind: 'audit-list',
  about: 'audit',
  title: { zh: '审计清单', en: 'Audit list' },
  layout: 'audit-list/1',
  valuesSchema: auditListValues,
  values: emptyList,
  examples: { usual: usualList, worst: worstLists },
};

/** What stands on a list in which nothing is: the entries of any other come from the journal, by the audit's call. */
function emptyList({ counter, pack, staffName, today }: PaperContexts['audit']): AuditListValues {
  return {
    trial: counter.trial,
    sample: pack.sample,
    office: counter.office.name,
    origin: `窗口 ${counter.code} · ${staffName} · ${today}`,
    filter: '全部 · 共 0 条',
    anchored: '未锚定',
    page: '第1页 共1页',
    rows: [],
  };
}

export interface WholeList extends Omit<AuditListValues, 'page' | 'rows'> {
  readonly rows: AuditListValues['rows'];
}

/** The list as pages, each with its head and its number; one page where nothing was found. */
export function auditPages({ rows, ...head }: WholeList): AuditListValues[] {
  const pages = Math.max(1, Math.ceil(rows.length / rowsPerPage));
  return Array.from({ length: pages }, (_, at) => ({
    ...head,
    page: `第${at + 1}页 共${pages}页`,
    rows: rows.slice(at * rowsPerPage, (at + 1) * rowsPerPage).map(shortened),
  }));
}

/** As much of the details as three small lines hold; the spreadsheet has them whole. */
const longestDetails = 190;

function shortened(row: AuditListValues['rows'][number]): AuditListValues['rows'][number] {
  let width = 0;
  let details = '';
  for (const character of row.details) {
    width += /[ -~]/.test(character) ? 1.2 : 2;
    if (width > longestDetails * 2) return { ...row, details: `${details}…` };
    details += character;
  }
  return row;
}
