import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { DraftId } from '../../../../shared/domain/ids.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { draftTitle, toDraftFields } from './draft-fields.ts';
import { DraftSaver, type SavePhase } from './draft-saver.ts';
import type { RegistrationForm } from './form-state.ts';

interface DraftState {
  title: string;
  fields: Record<string, string>;
}

export interface DraftSaving {
  phase: SavePhase | undefined;
  error: unknown;
  saver: DraftSaver<DraftState>;
}

/** Keeps the registration as a draft: after each pause in typing, when a field is left, and when the page is. */
export function useDraftSaving(draftId: DraftId, form: RegistrationForm): DraftSaving {
  const queries = useQueryClient();
  const [state, setState] = useState<{ phase: SavePhase | undefined; error: unknown }>({ phase: undefined, error: undefined });
  const [saver] = useState(
    () =>
      new DraftSaver<DraftState>({
        delayMs: 800,
        retryMs: 3_000,
        save: async (draft) => {
          await keep(draftId, draft);
          // The status bar's time of the last save, and the list of drafts.
          void queries.invalidateQueries({ queryKey: deskQuery.counter.key() });
          void queries.invalidateQueries({ queryKey: deskQuery.drafts.key() });
        },
        onPhase: (phase, error) => setState({ phase, error }),
      }),
  );
  const fields = toDraftFields(form);
  const text = JSON.stringify(fields);
  const last = useRef(text);
  useEffect(() => {
    if (text === last.current) return;
    last.current = text;
    saver.change({ title: draftTitle(form), fields });
  });
  useEffect(() => {
    const flush = () => void saver.flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', flush);
    return () => {
      window.removeEventListener('pagehide', flush);
      document.removeEventListener('visibilitychange', flush);
      void saver.flush().then(() => saver.close());
    };
  }, [saver]);
  return { ...state, saver };
}

/** A registration that was emptied again is no draft any more. */
function keep(draftId: DraftId, { title, fields }: DraftState): Promise<unknown> {
  if (Object.keys(fields).length === 0) return desk.drafts.discard({ draftId });
  return desk.drafts.save({ id: draftId, title, fields });
}
