import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { EvidenceFile } from '../../../../shared/domain/evidence/evidence-file.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import type { RequestAsker, RequestKind } from '../../../../shared/domain/request/request.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { useAct } from '../../ui/use-act.ts';

export interface AskerDraft {
  role: RequestAsker['role'];
  name: string;
  authorisation: EvidenceFile | undefined;
}

export type Receiving = ReturnType<typeof useReceiving>;

/** A request being typed, until it is taken in. */
export function useReceiving(personId: PersonId) {
  const queries = useQueryClient();
  const [kind, setKind] = useState<RequestKind>('see');
  const [draft, setDraft] = useState<AskerDraft>({ role: 'self', name: '', authorisation: undefined });
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const act = useAct({
    mutationFn: (asker: RequestAsker) => desk.requests.receive({ personId, kind, asker, words: words.trim() }),
    onSuccess: async () => {
      setWords('');
      setAsked(false);
      await queries.invalidateQueries({ queryKey: deskQuery.requests.key() });
    },
  });
  const submit = () => {
    setAsked(true);
    const asker = askerOf(draft);
    if (asker && words.trim().length >= 2) act.begin(asker);
  };
  return { kind, setKind, draft, setDraft, words, setWords, asked, act, submit };
}

function askerOf({ role, name, authorisation }: AskerDraft): RequestAsker | undefined {
  if (role === 'self') return { role };
  return name.trim() && authorisation ? { role, name: name.trim(), authorisation: authorisation.sha256 } : undefined;
}
