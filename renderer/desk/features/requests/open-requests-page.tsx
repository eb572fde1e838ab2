import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { deskQuery } from '../../app/desk-client.ts';
import { Page } from '../../ui/page.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { DueWords } from './due-words.tsx';
import './requests.css';

/** Everybody's requests that wait for an answer, the one due first at the top. */
export function OpenRequestsPage() {
  const { t } = useTranslation('requests');
  const { data, error } = useQuery(deskQuery.requests.open.queryOptions());
  return (
    <Page title={t('title')}>
      <RefusalWords error={error} />
      {data?.length === 0 && <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('list.none')} />}
      <ul className="requests-open">
        {data?.map((request) => (
          <li key={request.id}>
            <Link to="/requests/$personId" params={{ personId: request.personId }}>
              {request.name} · {t(`kind.${request.kind}`)}
            </Link>
            <DueWords request={request} />
          </li>
        ))}
      </ul>
    </Page>
  );
}
