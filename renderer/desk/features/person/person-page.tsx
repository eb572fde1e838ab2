import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { Skeleton } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { deskQuery } from '../../app/desk-client.ts';
import { PersonScans } from '../../app/person-scans.tsx';
import { Page } from '../../ui/page.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { toTrouble } from '../../ui/trouble.ts';
import { ActionBar } from './action-bar.tsx';
import './person.css';
import { PersonHeader } from './person-header.tsx';
import { PersonLinks } from './person-links.tsx';
import { PersonTabs } from './person-tabs.tsx';
import { Timeline } from './timeline.tsx';

const route = getRouteApi('/person/$personId');

/** A person: who, what can be done now, what there is, and what happened. */
export function PersonPage() {
  const { personId } = route.useParams();
  // Another person is another page: nothing typed or uncovered for one may be seen with the next.
  return <OnePerson key={personId} personId={personId as PersonId} />;
}

function OnePerson({ personId }: { personId: PersonId }) {
  const { t } = useTranslation('person');
  const { data, error } = useQuery(deskQuery.talents.get.queryOptions({ input: { personId } }));
  // What was asked before the data went is not shown any more.
  const gone = isRedacted(error);
  const view = gone ? undefined : data;
  const { data: status } = useQuery(deskQuery.counter.status.queryOptions());
  return (
    <Page title={t('title')} actions={view && <PersonLinks personId={personId} />}>
      <RefusalWords error={error} />
      {!view && !error && (
        <div role="status" aria-label={t('loading')}>
          <Skeleton active />
        </div>
      )}
      {gone && <Timeline personId={personId} />}
      {view && status && (
        <PersonScans personId={personId}>
          <div className="person">
            <PersonHeader view={view} today={status.today.date} />
            <ActionBar view={view} today={status.today.date} />
            <PersonTabs view={view} />
            <Timeline personId={personId} />
          </div>
        </PersonScans>
      )}
    </Page>
  );
}

function isRedacted(error: unknown): boolean {
  if (!error) return false;
  const trouble = toTrouble(error);
  return trouble.kind === 'refusal' && trouble.code === 'person-redacted';
}
