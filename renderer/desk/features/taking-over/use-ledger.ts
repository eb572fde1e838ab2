import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import type { JudgedRowView, LedgerPlan, LedgerPreview } from '../../../../shared/contract/taking-over-calls.ts';
import type { LedgerField } from '../../../../shared/domain/taking-over/ledger-columns.ts';
import type { LedgerWords } from '../../../../shared/domain/taking-over/ledger-words.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { type Decision, explained, missingFields, withColumn } from './ledger-understanding.ts';
import type { LedgerFile } from './use-ledger-file.ts';

export type Answer = JudgedRowView['answer'];
interface Read {
  readonly preview: LedgerPreview;
  /** The clerk's words, and those that explained themselves. */
  readonly words: LedgerWords;
}

/** How the clerk understands the ledger, and what each row is answered by it. */
export function useLedger(resting: boolean) {
  const [file, setFile] = useState<LedgerFile>();
  const [plan, setPlan] = useState<LedgerPlan>();
  const [show, setShow] = useState<Answer>();
  const missing = plan ? missingFields(plan.columns) : [];
  const query = useQuery({
    queryKey: [...deskQuery.takingOver.key(), plan, show],
    queryFn: () => readPreview(plan as LedgerPlan, show),
    enabled: plan !== undefined && missing.length === 0 && !resting,
    placeholderData: keepPreviousData,
    // Every row taken over changes the records: only the end of it is worth another look.
    gcTime: 0,
  });
  const openSheet = (opened: LedgerFile, sheet: number) => {
    const { columns, words } = opened.sheets[sheet] ?? { columns: {}, words: { tiers: {}, states: {} } };
    setFile(opened);
    setShow(undefined);
    setPlan({ fileId: opened.fileId, sheet, columns, words, decisions: {} });
  };
  const change = (more: Partial<LedgerPlan>) => setPlan((before) => before && { ...before, ...more });
  const read = missing.length === 0 ? query.data : undefined;
  return {
    file,
    plan: plan && { ...plan, words: read?.words ?? plan.words },
    missing,
    preview: read?.preview,
    reading: query.isFetching,
    error: query.error,
    show,
    setShow,
    openSheet,
    setColumn: (field: LedgerField, column: number | undefined) =>
      plan && change({ columns: withColumn(plan.columns, field, column) }),
    setWords: (words: LedgerWords) => change({ words }),
    decide: (row: number, decision: Decision | undefined) => {
      if (!plan) return;
      const { [row]: _, ...others } = plan.decisions;
      change({ decisions: decision === undefined ? others : { ...others, [row]: decision } });
    },
    askAgain: () => query.refetch(),
  };
}
export type Ledger = ReturnType<typeof useLedger>;

/** Words that explain themselves are filled in, and the rows answered once more by them. */
async function readPreview(plan: LedgerPlan, show: Answer | undefined): Promise<Read> {
  const asked = show === undefined ? {} : { show };
  const first = await desk.takingOver.preview({ ...plan, ...asked });
  const words = explained(plan.words, first);
  if (!words) return { preview: first, words: plan.words };
  return { preview: await desk.takingOver.preview({ ...plan, words, ...asked }), words };
}
