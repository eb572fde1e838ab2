import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Spin } from 'antd';
import { type RefObject, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { DraftId } from '../../../../shared/domain/ids.ts';
import { chinaDateAt, type PlainDate } from '../../../../shared/domain/plain-date.ts';
import { deskQuery } from '../../app/desk-client.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { Page } from '../../ui/page.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { toTrouble } from '../../ui/trouble.ts';
import { AcceptBar } from './accept-bar.tsx';
import { BatchDoor } from './batch-dialog.tsx';
import { BatchStrip } from './batch-strip.tsx';
import type { KeptDraft } from './draft-fields.ts';
import { onEnter } from './go-on.ts';
import { KeptDrafts } from './kept-drafts.tsx';
import { LikelyPeople } from './likely-people.tsx';
import { PapersOutlook } from './papers-outlook.tsx';
import { PolicyOutlook } from './policy-outlook.tsx';
import { type FieldName, missingFields } from './registration-fields.ts';
import './register.css';
import { RegistrationSections } from './registration-sections.tsx';
import { SectionRail } from './section-rail.tsx';
import { RegistrationContext, useRegistration } from './use-registration.ts';

const route = getRouteApi('/register');

/** Registers a person: one page, top to bottom. Its draft's id is in the address. */
export function RegisterPage() {
  const { t } = useTranslation('register');
  const { draft } = route.useSearch();
  return (
    <Page title={t('title')}>
      {/* Another draft is another registration: nothing of the one before may stay on the page. */}
      {draft && <KeptOrNew key={draft} draftId={draft as DraftId} />}
    </Page>
  );
}

/**
 * Waits for what is kept under this id, so that nothing kept is ever written over by an empty page; and for the pack, whose notice
 * every registration names.
 */
function KeptOrNew({ draftId }: { draftId: DraftId }) {
  const { t } = useTranslation('register');
  const drafts = useQuery(deskQuery.drafts.list.queryOptions({ refetchOnMount: 'always' }));
  const status = useQuery(deskQuery.counter.status.queryOptions());
  const policy = usePolicy();
  const lost = drafts.error !== null && toTrouble(drafts.error).kind === 'lost';
  if (lost) return <RefusalWords error={drafts.error} />;
  if (!drafts.isFetchedAfterMount || status.isPending || !(policy.pack || policy.error))
    return <Spin aria-label={t('loading')} />;
  return (
    <>
      <RefusalWords error={drafts.error} />
      <RegistrationDesk draftId={draftId} drafts={drafts.data ?? []} today={status.data?.today.date ?? chinaDateAt(Date.now())} />
    </>
  );
}

function RegistrationDesk({ draftId, drafts, today }: { draftId: DraftId; drafts: readonly KeptDraft[]; today: PlainDate }) {
  const { t } = useTranslation('register');
  const page = useRef<HTMLDivElement>(null);
  const kept = drafts.find((draft) => draft.id === draftId);
  const registration = useRegistration({ draftId, kept, today, page });
  useFirstFocus(page, missingFields(registration.form.fields)[0]);
  const others = drafts.filter((draft) => draft.id !== draftId);
  return (
    <RegistrationContext value={registration}>
      <div className="register">
        <SectionRail />
        {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter goes on to the next field wherever in the form it is pressed */}
        <div className="register-form" ref={page} onKeyDown={onEnter}>
          <BatchStrip />
          <div className="register-sections">
            <RegistrationSections />
          </div>
          <AcceptBar />
        </div>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard (WCAG 2.1.1) */}
        <aside className="register-side" tabIndex={0} aria-label={t('side')}>
          <LikelyPeople />
          <KeptDrafts drafts={others} />
          <PolicyOutlook />
          <PapersOutlook />
        </aside>
        <BatchDoor />
      </div>
    </RegistrationContext>
  );
}

/** The cursor begins at the first field that something is lacking in: for a new registration the number, which fills most of the rest. */
function useFirstFocus(page: RefObject<HTMLElement | null>, first: FieldName = 'document.number'): void {
  const wanted = useRef(first);
  useEffect(() => {
    page.current?.querySelector<HTMLElement>(`[data-path="${wanted.current}"] input`)?.focus();
  }, [page]);
}
