import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { mayDo } from '../../../../shared/domain/staff/staff.ts';
import { deskQuery } from '../../app/desk-client.ts';
import { useSession } from '../../app/session.ts';
import { type WaitingLine, waitingLines } from './waiting-lines.ts';

/** What waits for me, each line with its next step. */
export function Waiting() {
  const { t } = useTranslation('home');
  const { staff } = useSession();
  const mayRegister = staff !== undefined && mayDo(staff.role, 'talent.register');
  const { data: status } = useQuery(deskQuery.counter.status.queryOptions());
  const { data: drafts } = useQuery(deskQuery.drafts.list.queryOptions({ enabled: mayRegister }));
  const lines = status ? waitingLines(status, drafts?.length ?? 0) : [];
  return (
    <Card size="small" className="home-waiting" title={<h2>{t('waiting')}</h2>}>
      {status && lines.length === 0 && <p className="home-nothing">{t('nothingWaits')}</p>}
      <ul className="waiting-lines">
        {lines.map((line) => (
          <Line key={line.what} line={line} />
        ))}
      </ul>
    </Card>
  );
}

function Line({ line }: { line: WaitingLine }) {
  const { t } = useTranslation('home');
  return (
    <li>
      <span>
        {t(`line.${line.what}`)} <b className="number">{line.what === 'printer' ? '' : line.count}</b>
      </span>
      {line.to ? <Link to={line.to}>{t(`next.${line.what}`)}</Link> : <span>{t(`next.${line.what}`)}</span>}
    </li>
  );
}
