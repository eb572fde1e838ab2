import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import { deskQuery } from '../../app/desk-client.ts';
import { useStatusDesk } from '../../app/status-desk.ts';
import { useMay } from '../../app/use-may.ts';
import { DeclinedLine } from './declined-line.tsx';
import { type WaitingLine, waitingLines } from './waiting-lines.ts';

/** What waits for me, each line with its next step. What I asked for and was declined stays until I have read it. */
export function Waiting() {
  const { t } = useTranslation('home');
  const mayRegister = useMay('talent.register');
  const mayHandOn = useMay('matter.hand-on');
  const { data: status } = useQuery(deskQuery.counter.status.queryOptions());
  const { data: drafts } = useQuery(deskQuery.drafts.list.queryOptions({ enabled: mayRegister }));
  const { data: approvals } = useQuery(deskQuery.approvals.list.queryOptions());
  const { data: open } = useQuery(deskQuery.matters.list.queryOptions({ input: { which: 'open' }, enabled: mayHandOn }));
  const { data: requests } = useQuery(deskQuery.requests.open.queryOptions());
  const declined = approvals?.filter(({ state }) => state === 'declined') ?? [];
  const mine = {
    approvals:
      approvals?.filter(({ state, mayDecide }) => state === 'waiting' && (mayDecide === 'yes' || mayDecide === 'moot')).length ??
      0,
    handedToMe: open?.rows.filter((row) => row.mine && row.handedOver).length ?? 0,
    drafts: drafts?.length ?? 0,
    requests: requests?.length ?? 0,
  };
  const lines = status ? waitingLines(status, mine) : [];
  return (
    <Card size="small" className="home-waiting" title={<h2>{t('waiting')}</h2>}>
      {status && approvals && lines.length + declined.length === 0 && <p className="home-nothing">{t('nothingWaits')}</p>}
      <ul className="waiting-lines">
        {declined.map((approval) => (
          <DeclinedLine key={approval.id} approval={approval} />
        ))}
        {lines.map((line) => (
          <Line key={line.what} line={line} />
        ))}
      </ul>
    </Card>
  );
}

function Line({ line }: { line: WaitingLine }) {
  const { t } = useTranslation('home');
  const statusDesk = useStatusDesk();
  const { what, to } = line;
  return (
    <li>
      <span>
        {t(`line.${what}`)} <b className="number">{what === 'printer' ? '' : line.count}</b>
      </span>
      {to === 'numbers' || to === 'notices' ? (
        <Button type="link" size="small" className="waiting-next" onClick={() => statusDesk.open(to)}>
          {t(`next.${what}`)}
        </Button>
      ) : (
        <Link to={to}>{t(`next.${what}`)}</Link>
      )}
    </li>
  );
}
