import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { v7 } from 'uuid';
import { maxAdviceTopics } from '../../../../shared/domain/advice/advice.ts';
import { adviceLines, maxAdviceLines } from '../../../../shared/domain/advice/advice-lines.ts';
import type { AdviceId, JobId } from '../../../../shared/domain/ids.ts';
import type { PolicyPack } from '../../../../shared/domain/policy/pack.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';

/** What the clerk has noted of the person who asks. */
export interface Noted {
  topics: readonly string[];
  visitor: string;
  note: string;
}

export interface Consultation {
  noted: Noted;
  /** Takes a matter in, or out again; one that the sheet has no room for stays out. */
  toggle(topic: string): void;
  change(words: Partial<Pick<Noted, 'visitor' | 'note'>>): void;
  /** The last matter was not taken in, since one sheet holds no more. */
  full: boolean;
  /** It is in the journal, and nothing of it changes any more. */
  given: AdviceId | undefined;
  jobId: JobId | undefined;
  /** Records it and prints its sheet; where printing was refused, prints it once more. */
  finish(): void;
  pending: boolean;
  error: Error | null;
  /** The next person. */
  begin(): void;
}

const nothing: Noted = { topics: [], visitor: '', note: '' };

/** One consultation from its first matter to its printed sheet; named by the page, so that pressing twice keeps it once. */
export function useConsultation(pack: PolicyPack | undefined): Consultation {
  const queries = useQueryClient();
  const [noted, setNoted] = useState(nothing);
  const [full, setFull] = useState(false);
  const [given, setGiven] = useState<AdviceId>();
  const [jobId, setJobId] = useState<JobId>();
  const id = useRef(v7() as AdviceId);
  const busy = useRef(false);
  const { mutate, reset, isPending, error } = useMutation({
    mutationFn: async ({ topics, visitor, note }: Noted) => {
      const words = { ...(visitor.trim() && { visitor: visitor.trim() }), ...(note.trim() && { note: note.trim() }) };
      const { adviceId } = await desk.advice.give({ adviceId: id.current, topics: [...topics], ...words });
      setGiven(adviceId);
      const printed = await desk.papers.print({ kind: 'advice-sheet', adviceId });
      setJobId(printed.jobId);
    },
    onSettled: () => {
      busy.current = false;
      return queries.invalidateQueries({ queryKey: deskQuery.papers.jobs.key() });
    },
  });
  const toggle = (topic: string) => {
    if (given) return;
    const topics = noted.topics.includes(topic) ? noted.topics.filter((one) => one !== topic) : [...noted.topics, topic];
    const fits = pack && topics.length <= maxAdviceTopics && adviceLines(pack, topics).length <= maxAdviceLines;
    setFull(!fits);
    if (fits) setNoted({ ...noted, topics });
  };
  const finish = () => {
    if (busy.current || jobId || noted.topics.length === 0) return;
    busy.current = true;
    mutate(noted);
  };
  const begin = () => {
    id.current = v7() as AdviceId;
    setNoted(nothing);
    setFull(false);
    setGiven(undefined);
    setJobId(undefined);
    reset();
  };
  const change: Consultation['change'] = (words) => setNoted({ ...noted, ...words });
  return { noted, toggle, change, full, given, jobId, finish, pending: isPending, error, begin };
}
