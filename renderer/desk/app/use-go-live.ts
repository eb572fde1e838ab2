import { useTranslation } from 'react-i18next';
import { useAct } from '../ui/use-act.ts';
import { desk } from './desk-client.ts';
import { useSession } from './session.ts';
import { useAsk } from './use-ask.ts';
import { useMay } from './use-may.ts';

/** Leads from 试用 to 正式启用, after asking once, since it signs out; undefined for whoever has no such way. */
export function useGoLive(): (() => Promise<void>) | undefined {
  const { t } = useTranslation('settings');
  const ask = useAsk();
  const { trial } = useSession();
  const may = useMay('settings.change');
  const begin = useAct({ mutationFn: () => desk.goingLive.begin() });
  if (!trial || !may) return undefined;
  return async () => {
    const question = { title: t('counter.goLiveTitle'), content: t('counter.goLiveWords'), okText: t('counter.goLiveConfirm') };
    if (await ask({ ...question, cancelText: t('cancel') })) begin.begin();
  };
}
