import { pdfEntries } from '../../shared/contract/audit-calls.ts';
import type { AuditFilter } from '../../shared/domain/audit/audit-filter.ts';
import { kindInWords } from '../../shared/domain/audit/entry-words.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { auditList, auditPages } from '../../shared/paper/audit-list/audit-list.ts';
import { chinaMoment } from '../../shared/paper/chinese-date.ts';
import { csvText } from '../../shared/standards/csv-text.ts';
import { auditItem } from './audit-item.ts';
import { type AuditLine, auditLine } from './audit-lines.ts';
import type { DeskRoom, OpenCounter } from './open-counter.ts';

export interface AuditExport {
  readonly filter: AuditFilter;
  readonly as: 'csv' | 'pdf';
}

/** So many entries are read at once: the desk goes on in between. */
const readTogether = 100;

/** What the filter asks for, as a file beside the papers. Refuses `list-too-long` (a PDF), what a paper refuses, and `file-not-saved`. */
export async function exportAudit(room: DeskRoom, { filter, as }: AuditExport): Promise<{ file: string; entries: number }> {
  const counter = room.counter();
  const found = await counter.audit.find(filter);
  if (as === 'pdf' && found.length > pdfEntries) refuse('list-too-long', { entries: found.length, limit: pdfEntries });
  const lines: AuditLine[] = [];
  for (let at = 0; at < found.length; at += readTogether) {
    const items = await Promise.all(found.slice(at, at + readTogether).map((seq) => auditItem(counter, seq)));
    lines.push(...items.map(auditLine));
  }
  const bytes = as === 'csv' ? new TextEncoder().encode(asTable(lines)) : await asPaper(room, { filter, lines });
  const entries = lines.length;
  // Before the file is there: nothing leaves the journal without an entry that says so.
  await counter.decisions.record(room.staff().id, ['audit'], async () => ({
    kind: 'audit.exported',
    command: { filter, as },
    facts: { as, filter, entries },
  }));
  const stamp = chinaMoment(new Date(room.clock.nowMs()).toISOString()).replaceAll(/[-:]/g, '').replace(' ', '-');
  return { file: await room.saveFile(`审计清单-${stamp}.${as}`, bytes), entries };
}

function asTable(lines: readonly AuditLine[]): string {
  const head = ['序号', '时间', '经办人', '事项', '人员', '内容', '代码'];
  return csvText([
    head,
    ...lines.map(({ seq, at, staff, kind, person, details, code }) => [seq, at, staff, kind, person, details, code]),
  ]);
}

async function asPaper(
  room: DeskRoom,
  { filter, lines }: { filter: AuditFilter; lines: readonly AuditLine[] },
): Promise<Uint8Array> {
  const counter = room.counter();
  const { name, number } = room.staff();
  const { code, trial, office } = counter.ledger.counter();
  const { headSeq, anchored } = counter.audit.state();
  const pages = auditPages({
    trial,
    sample: counter.packs.current().sample,
    office: office.name,
    origin: `窗口 ${code} · 导出人 ${name} ${number} · ${chinaMoment(new Date(room.clock.nowMs()).toISOString())}`,
    filter: `${filterInWords(counter, filter)} · 共 ${lines.length} 条`,
    anchored: `已锚定到第 ${anchored.seq} 条，共 ${headSeq} 条 · 密钥 ${anchored.kid}`,
    rows: lines.map(({ code: _, ...row }) => row),
  });
  const values = pages.map((page) => ({ values: auditList.valuesSchema.parse(page) }));
  return (await counter.renderer.renderAll(auditList.layout, values)).pdf;
}

function filterInWords({ ledger }: OpenCounter, { personId, staffId, kind, from, to }: AuditFilter): string {
  const person = personId && ledger.findPerson(personId);
  const staff = staffId && ledger.staff(staffId);
  const said = [
    personId && `人员 ${person?.name ?? personId}`,
    staffId && `经办人 ${staff ? `${staff.name} ${staff.number}` : staffId}`,
    kind && `事项 ${kindInWords(kind)}`,
    (from || to) && `${from ?? '开始'} 至 ${to ?? '现在'}`,
  ].filter((part) => part !== undefined && part !== '');
  return said.length > 0 ? said.join(' · ') : '全部';
}
