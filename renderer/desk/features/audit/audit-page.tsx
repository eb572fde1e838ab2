import { Alert, Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/desk-client.ts';
import { Page } from '../../ui/page.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useAct } from '../../ui/use-act.ts';
import './audit.css';
import { AuditFilters } from './audit-filters.tsx';
import { AuditList } from './audit-list.tsx';
import { ChainLine } from './chain-line.tsx';
import { useAuditFilter } from './use-audit-filter.ts';

/** 审计: whether the journal is as it was written, and what it says, by whom, about whom, when. */
export function AuditPage() {
  const { t } = useTranslation('audit');
  const { choice, change, filter } = useAuditFilter();
  const save = useAct({ mutationFn: (as: 'csv' | 'pdf') => desk.audit.export({ filter, as }) });
  return (
    <Page
      title={t('title')}
      actions={(['csv', 'pdf'] as const).map((as) => (
        <Button key={as} loading={save.pending && save.input === as} disabled={save.pending} onClick={() => save.begin(as)}>
          {t(`export.${as}`)}
        </Button>
      ))}
    >
      <Flex vertical gap={8} className="audit">
        <ChainLine />
        <AuditFilters choice={choice} onChange={change} />
        {save.data && <Alert type="success" showIcon role="status" title={t('export.saved', save.data)} closable />}
        <RefusalWords error={save.error} />
        <AuditList filter={filter} />
      </Flex>
    </Page>
  );
}
