import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { keys, useKey } from '../../app/keys.ts';
import { useMay } from '../../app/use-may.ts';
import { shortMoment } from '../../ui/moments.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useNow } from '../../ui/use-now.ts';
import { handedGroups } from './handed-groups.ts';

/** 接办: what was handed to me, by whom and with which note; one key says that I have it. */
export function HandedToMe() {
  const { t } = useTranslation('handOn');
  const now = useNow(60_000);
  const may = useMay('matter.hand-on');
  const { data } = useQuery(deskQuery.matters.list.queryOptions({ input: { which: 'open' }, enabled: may }));
  const groups = handedGroups(data?.rows ?? []);
  const matterIds = groups.flatMap((group) => group.matterIds);
  const taking = useAct({ mutationFn: () => desk.matters.takeOn({ matterIds }) });
  useKey('accept', () => taking.begin(), groups.length > 0);
  if (groups.length === 0) return null;
  return (
    <section className="handed-to-me" aria-label={t('takeOn', { count: matterIds.length })}>
      <ul>
        {groups.map(({ byName: name, at, note, matterIds: ids }) => (
          <li key={`${at} ${name}`}>
            {t('toMe', { name, time: shortMoment(at, now), count: ids.length })}
            {note && ` · ${note}`}
          </li>
        ))}
      </ul>
      <RefusalWords error={taking.error} />
      <Button type="primary" loading={taking.pending} onClick={() => taking.begin()}>
        {t('takeOn', { count: matterIds.length })} <kbd>{keys.accept}</kbd>
      </Button>
    </section>
  );
}
