import { CheckCircleFilled, WarningFilled } from '@ant-design/icons';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { useTranslation } from 'react-i18next';
import type { AuditState } from '../../../../shared/contract/audit-calls.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { shortMoment } from '../../ui/moments.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useNow } from '../../ui/use-now.ts';

const askAgainMs = 200;

/** The chain: checked or not, how far it is anchored, and by which device. */
export function ChainLine() {
  const { t } = useTranslation('audit');
  const queries = useQueryClient();
  const options = deskQuery.audit.state.queryOptions();
  const { data, error } = useQuery({
    ...options,
    refetchInterval: ({ state }) => (state.data?.check.state === 'running' ? askAgainMs : false),
  });
  const check = useAct({
    mutationFn: () => desk.audit.check(),
    onSuccess: (state) => queries.setQueryData(options.queryKey, state),
  });
  const running = check.pending || data?.check.state === 'running';
  return (
    <section className="audit-chain" aria-label={t('chain.label')} data-state={data?.check.state}>
      {data && <Checked check={data.check} />}
      {data && <Anchored {...data} />}
      <Button type="primary" loading={running} onClick={() => check.begin()}>
        {t('chain.check')}
      </Button>
      <RefusalWords error={error ?? check.error} />
    </section>
  );
}

function Checked({ check }: Pick<AuditState, 'check'>) {
  const { t } = useTranslation('audit');
  const now = useNow(60_000);
  if (check.state === 'none') return <span className="audit-checked">{t('chain.none')}</span>;
  if (check.state === 'running')
    return (
      <span className="audit-checked" role="status">
        {t('chain.running', check)}
        <Progress
          size="small"
          percent={Math.floor((100 * check.done) / Math.max(1, check.of))}
          aria-label={t('chain.check')}
          showInfo={false}
        />
      </span>
    );
  const at = shortMoment(check.at, now);
  if (check.state === 'sound')
    return (
      <strong className="audit-checked" data-sound role="status">
        <CheckCircleFilled aria-hidden="true" /> {t('chain.sound', { ...check, at })}
      </strong>
    );
  const why = check.reason === 'anchor' ? t('chain.forked', check) : t('chain.wrong', check);
  return (
    <strong className="audit-checked" data-wrong role="alert">
      <WarningFilled aria-hidden="true" /> {check.seq === 0 ? t('chain.notRead') : why}
    </strong>
  );
}

function Anchored({ anchored, headSeq, device }: AuditState) {
  const { t } = useTranslation('audit');
  const now = useNow(60_000);
  return (
    <dl className="audit-facts">
      <div className="fact">
        <dt>{t('chain.anchored')}</dt>
        <dd>
          {anchored.seq === 0 ? t('chain.notAnchored', { headSeq }) : t('chain.upTo', { seq: anchored.seq, headSeq })}
          {anchored.at && ` · ${shortMoment(anchored.at, now)}`}
        </dd>
      </div>
      <div className="fact">
        <dt>{t('chain.device')}</dt>
        <dd title={device.id}>
          {device.code} · …{device.id.slice(-12)}
        </dd>
      </div>
      <div className="fact">
        <dt>{t('chain.key')}</dt>
        <dd>{anchored.kid}</dd>
      </div>
    </dl>
  );
}
