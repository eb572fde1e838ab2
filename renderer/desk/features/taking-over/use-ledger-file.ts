import { ORPCError } from '@orpc/client';
import { useState } from 'react';
import type { OpenedLedger } from '../../../../shared/contract/taking-over-calls.ts';
import { desk } from '../../app/desk-client.ts';
import { useAct } from '../../ui/use-act.ts';

const maxBytes = 20 * 1024 * 1024;

export interface LedgerFile extends OpenedLedger {
  readonly name: string;
}

/** The ledger's file: sent to the program once, which reads it and keeps it at hand. */
export function useLedgerFile(onOpened: (file: LedgerFile) => void) {
  const [several, setSeveral] = useState(false);
  const act = useAct({ mutationFn: openLedger, onSuccess: onOpened, gcTime: 0 });
  const take = (files: readonly File[]) => {
    const [file] = files;
    setSeveral(files.length > 1);
    if (file && files.length === 1) act.begin(file);
  };
  return { take, several, pending: act.pending, error: act.error, readingName: act.input?.name ?? '' };
}

/** A file that is far too large is refused here in main's words: sending it there would only fill the memory. */
async function openLedger(file: File): Promise<LedgerFile> {
  if (file.size > maxBytes) throw new ORPCError('file-not-accepted', { status: 400, data: { reason: 'too-big' } });
  const name = file.name.slice(-200);
  return { name, ...(await desk.takingOver.open({ name, file })) };
}
