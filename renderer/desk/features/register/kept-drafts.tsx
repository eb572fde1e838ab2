import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { deskQuery } from '../../app/desk-client.ts';
import { shortMoment } from '../../ui/moments.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useNow } from '../../ui/use-now.ts';
import type { KeptDraft } from './draft-fields.ts';

/** Registrations that were begun and left, the latest first: one press goes on with one of them. */
export function KeptDrafts({ drafts }: { drafts: readonly KeptDraft[] }) {
  const { t } = useTranslation('register');
  if (drafts.length === 0) return null;
  return (
    <Card size="small" className="side-card" title={<h2>{t('draft.count', { count: drafts.length })}</h2>}>
      <ul className="kept-drafts">
        {drafts.map((draft) => (
          <DraftLine key={draft.id} draft={draft} />
        ))}
      </ul>
    </Card>
  );
}

/** Deleting can't be undone, so it takes a second press on the same button and no dialog. */
function DraftLine({ draft }: { draft: KeptDraft }) {
  const { t } = useTranslation('register');
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const discard = useMutation(
    deskQuery.drafts.discard.mutationOptions({
      onSuccess: () => queries.invalidateQueries({ queryKey: deskQuery.drafts.key() }),
    }),
  );
  const now = useNow(60_000);
  const title = draft.title || t('draft.unnamed');
  return (
    <li>
      <Link to="/register" search={{ draft: draft.id }} className="name" aria-label={t('draft.open', { title })}>
        {title}
      </Link>
      <span className="quiet">
        {draft.startedBy} {shortMoment(draft.savedAt, now)}
      </span>
      <Button
        size="small"
        type="text"
        danger={asked}
        loading={discard.isPending}
        aria-label={asked ? t('draft.again') : t('draft.discardTitle', { title })}
        onBlur={() => setAsked(false)}
        onClick={() => (asked ? discard.mutate({ draftId: draft.id }) : setAsked(true))}
      >
        {asked ? t('draft.again') : t('draft.discard')}
      </Button>
      <RefusalWords error={discard.error} />
    </li>
  );
}
