import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { deskQuery } from '../../app/desk-client.ts';
import { useMay } from '../../app/use-may.ts';
import { Page } from '../../ui/page.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { ReceiveForm } from './receive-form.tsx';
import { RequestCard } from './request-card.tsx';
import './requests.css';

const route = getRouteApi('/requests/$personId');

/** 个人信息请求 of one person: what they ask for, taken in on the left, and what came of it on the right. */
export function RequestsPage() {
  const { personId } = route.useParams();
  return <OnePerson key={personId} personId={personId as PersonId} />;
}

function OnePerson({ personId }: { personId: PersonId }) {
  const { t } = useTranslation('requests');
  const { data, error } = useQuery(deskQuery.requests.of.queryOptions({ input: { personId } }));
  const mayHandle = useMay('request.handle');
  return (
    <Page
      title={data ? t('of', { name: data.name }) : t('title')}
      windowTitle={t('title')}
      actions={
        <Link to="/person/$personId" params={{ personId }}>
          {t('back')}
        </Link>
      }
    >
      <p>{t('law')}</p>
      <RefusalWords error={error} />
      {data && (
        <div className="requests">
          {mayHandle && <ReceiveForm personId={personId} />}
          <section aria-label={t('list.title')} className="requests-list">
            <h2>{t('list.title')}</h2>
            {data.requests.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('list.none')} />}
            {data.requests.map((request) => (
              <RequestCard key={request.id} request={request} grounds={data.grounds} />
            ))}
          </section>
        </div>
      )}
    </Page>
  );
}
