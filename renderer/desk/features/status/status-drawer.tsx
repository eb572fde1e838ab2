import { Alert, Descriptions, Drawer } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CounterStatus } from '../../../../shared/contract/status-calls.ts';
import { fewNumbersLeft } from '../../app/few-numbers.ts';
import { clockTime, shortMoment } from '../../ui/moments.ts';
import { useNow } from '../../ui/use-now.ts';
import { DateFacts } from './date-facts.tsx';
import { type StatusTopic, useCounterStatus } from './status-bar.tsx';

type DrawerTopic = Exclude<StatusTopic, 'printer'>;

/** What an item of the status bar is about: the state, what is safe, and what to do. */
export function StatusDrawer({ topic, onClose }: { topic: DrawerTopic | undefined; onClose: () => void }) {
  const { t } = useTranslation('status');
  const { data: status } = useCounterStatus();
  return (
    <Drawer title={topic && t(`title.${topic}`)} open={topic !== undefined} onClose={onClose} size={420} destroyOnHidden>
      {status && topic === 'connection' && <ConnectionFacts status={status} />}
      {status && topic === 'numbers' && <NumberFacts status={status} />}
      {status && topic === 'policy' && <PolicyFacts policy={status.policy} />}
      {status?.disk && topic === 'disk' && <DiskFacts disk={status.disk} />}
      {status?.questionable && topic === 'date' && <DateFacts questionable={status.questionable} onDone={onClose} />}
      {status && topic === 'notices' && <NoticeFacts notices={status.notices} />}
      {status && topic === 'saved' && <SavedFacts status={status} />}
    </Drawer>
  );
}

function ConnectionFacts({ status }: { status: CounterStatus }) {
  const { t } = useTranslation('status');
  const now = useNow(30_000);
  const state = status.online ? t('online') : status.trial ? t('alone') : t('offline');
  const items = [
    { key: 'state', label: t('connection'), children: state },
    ...(status.offlineSince ? [{ key: 'since', label: t('since'), children: shortMoment(status.offlineSince, now) }] : []),
    { key: 'unsent', label: t('unsentLabel'), children: <span className="number">{status.unsent.count}</span> },
    ...(status.unsent.oldest
      ? [{ key: 'oldest', label: t('oldestLabel'), children: shortMoment(status.unsent.oldest, now) }]
      : []),
    { key: 'host', label: t('host'), children: status.host },
  ];
  return (
    <>
      <Descriptions column={1} size="small" bordered items={items} />
      <p>{status.trial ? t('aloneWords') : t('offlineWords')}</p>
    </>
  );
}

function NumberFacts({ status }: { status: CounterStatus }) {
  const { t } = useTranslation('status');
  const { card, certificate, matter } = status.numbersLeft;
  const few = fewNumbersLeft(status);
  const items = [
    { key: 'card', label: t('series.card'), children: <span className="number">{card}</span> },
    { key: 'certificate', label: t('series.certificate'), children: <span className="number">{certificate}</span> },
    { key: 'matter', label: t('series.matter'), children: <span className="number">{matter}</span> },
  ];
  return (
    <>
      {few.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('fewNumbers', { series: few.map((name) => t(`series.${name}`)).join(t('and')) })}
        />
      )}
      {status.nextYearMissing.length > 0 && (
        <Alert
          type="warning"
          showIcon
          title={t('nextYearMissingWords', {
            series: status.nextYearMissing.map((name) => t(`series.${name}`)).join(t('and')),
          })}
        />
      )}
      <Descriptions column={1} size="small" bordered items={items} />
      <p>{t('numbersWords')}</p>
    </>
  );
}

/** A newer pack that was put in and can't be used: where its faults are, and that the last good one goes on. */
function PolicyFacts({ policy }: { policy: CounterStatus['policy'] }) {
  const { t } = useTranslation('status');
  const { pack, refused } = policy;
  return (
    <>
      <Descriptions column={1} size="small" bordered items={[{ key: 'pack', label: t('packInForce'), children: pack }]} />
      {refused && (
        <>
          <p>{t('policyWords', { file: refused.file })}</p>
          <ul className="policy-faults">
            {refused.faults.map((fault) => (
              <li key={`${fault.line} ${fault.path} ${fault.code}`}>
                <b className="number">{t('faultLine', { line: fault.line })}</b> <code>{fault.path}</code> {fault.code}
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}

function DiskFacts({ disk }: { disk: NonNullable<CounterStatus['disk']> }) {
  const { t } = useTranslation('status');
  const free = <span className="number">{t('disk.mebibytes', { free: disk.freeMebibytes })}</span>;
  return (
    <>
      <Descriptions column={1} size="small" bordered items={[{ key: 'free', label: t('disk.free'), children: free }]} />
      <p>{t(`disk.${disk.level}Words`)}</p>
    </>
  );
}

/** What the start mended, each with what it means; the same word for all of them: have the disk looked at. */
function NoticeFacts({ notices }: Pick<CounterStatus, 'notices'>) {
  const { t } = useTranslation('status');
  return (
    <>
      <ul className="status-notices">
        {notices.map((notice) => (
          <li key={notice}>{t(`notice.${notice}`)}</li>
        ))}
      </ul>
      <p>{t('noticeWords')}</p>
    </>
  );
}

function SavedFacts({ status }: { status: CounterStatus }) {
  const { t } = useTranslation('status');
  const saved = status.savedAt === null ? t('nothingSaved') : clockTime(status.savedAt);
  return (
    <>
      <Descriptions column={1} size="small" bordered items={[{ key: 'saved', label: t('savedLabel'), children: saved }]} />
      <p>{t('savedWords')}</p>
    </>
  );
}
