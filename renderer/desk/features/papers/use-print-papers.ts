import { skipToken, useMutation, useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import type { PrintJob } from '../../../../shared/contract/paper-calls.ts';
import type { JobId } from '../../../../shared/domain/ids.ts';
import type { PaperSubject } from '../../../../shared/domain/paper/printed-paper.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';
import type { PaperRequest } from '../../app/paper-desk.ts';
import { findEarlierPrint } from './earlier-print.ts';

export interface PrintPapers {
  /** The date of the latest earlier print of any of them; set while printing now means reprinting. */
  printedBefore: string | undefined;
  /** Whether that is known yet: until then nothing is printed. */
  ready: boolean;
  print(reprintReason: string | undefined): void;
  printing: boolean;
  error: unknown;
  /** All of them are with the printer; their jobs as they stand now. */
  sent: boolean;
  jobs: PrintJob[];
}

/** Prints papers one after the other. What was sent isn't sent again when a later one fails and print is pressed once more. */
export function usePrintPapers({ personId, subjects, printedBefore: before }: PaperRequest): PrintPapers {
  // What counts as an earlier print is decided when the preview opens: the paper just printed must not turn this into a reprint.
  const [openedAt] = useState(() => Date.now());
  const person = useQuery(deskQuery.talents.get.queryOptions({ input: personId ? { personId } : skipToken }));
  const known = useRef<NonNullable<typeof person.data>['papers'] | undefined>(undefined);
  if (person.data && person.dataUpdatedAt >= openedAt) known.current ??= person.data.papers;
  const earlier = (subject: PaperSubject): string | undefined =>
    personId ? findEarlierPrint(known.current ?? [], subject)?.printedOn : before;
  const [jobIds, setJobIds] = useState<ReadonlyMap<string, JobId>>(new Map());
  const busy = useRef(false);

  const printing = useMutation({
    mutationFn: async (reprintReason: string | undefined) => {
      for (const subject of subjects) {
        if (jobIds.has(subject.kind)) continue;
        const reason = earlier(subject) && reprintReason ? { reprintReason } : {};
        const { jobId } = await desk.papers.print({ ...subject, ...reason });
        setJobIds((before) => new Map(before).set(subject.kind, jobId));
      }
    },
    onSettled: () => {
      busy.current = false;
    },
  });
  const queue = useQuery(deskQuery.papers.jobs.queryOptions({ enabled: jobIds.size > 0 }));
  const printedBefore = subjects.map(earlier).filter((date) => date !== undefined);
  const ids = new Set(jobIds.values());
  return {
    printedBefore: printedBefore.sort().at(-1),
    ready: personId === undefined || known.current !== undefined,
    print: (reprintReason) => {
      if (busy.current) return;
      busy.current = true;
      printing.mutate(reprintReason);
    },
    printing: printing.isPending,
    error: printing.error ?? person.error,
    sent: subjects.every((subject) => jobIds.has(subject.kind)),
    jobs: (queue.data ?? []).filter((job) => ids.has(job.id)),
  };
}
