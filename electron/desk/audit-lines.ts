import type { AuditItem } from '../../shared/contract/audit-calls.ts';
import { detailWords, kindInWords } from '../../shared/domain/audit/entry-words.ts';
import { valueInWords } from '../../shared/domain/audit/value-words.ts';
import { chinaMoment } from '../../shared/paper/chinese-date.ts';

/** An entry as a line of what is exported: words of the counter, in Chinese, as its papers are. */
export interface AuditLine {
  readonly seq: string;
  readonly at: string;
  readonly staff: string;
  readonly kind: string;
  readonly person: string;
  readonly details: string;
  /** The kind as the journal has it. */
  readonly code: string;
}

export function auditLine({ seq, entry }: AuditItem): AuditLine {
  if (!entry) return { seq: String(seq), at: '', staff: '', kind: '内容已清除（链仍完整）', person: '', details: '', code: '' };
  const { kind, at, staffName, staffNumber, person, details } = entry;
  return {
    seq: String(seq),
    at: chinaMoment(at),
    staff: staffName ? `${staffName} ${staffNumber ?? ''}`.trim() : '系统',
    kind: kindInWords(kind),
    person: person?.name ?? '',
    details: detailsInWords(details),
    code: kind,
  };
}

function detailsInWords(details: Record<string, string>): string {
  const names = Object.keys(detailWords) as (keyof typeof detailWords)[];
  const said = names.flatMap((name) => {
    const value = details[name];
    return value ? [`${detailWords[name]}：${valueInWords(name, value)}`] : [];
  });
  return said.join('；');
}
