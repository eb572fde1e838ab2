import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Modal } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../../shared/contract/request-calls.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { keys, useDialogKey } from '../../app/keys.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

/** The last question before the data goes for good. */
export function EraseDialog({ request: { id: requestId, personId }, onClose }: { request: RequestView; onClose(): void }) {
  const { t } = useTranslation('requests');
  const navigate = useNavigate();
  const queries = useQueryClient();
  const act = useAct({
    mutationFn: () => desk.requests.erase({ requestId }),
    onSuccess: () => {
      // What was shown of them is gone from this page's memory, too.
      for (const queryKey of [deskQuery.talents.key(), deskQuery.requests.key()]) queries.removeQueries({ queryKey });
      return navigate({ to: '/person/$personId', params: { personId } });
    },
  });
  useDialogKey('accept', () => act.begin());
  useReturnFocus();
  return (
    <Modal
      open
      title={t('erase.title')}
      okText={`${t('erase.button')} ${keys.accept}`}
      okButtonProps={{ danger: true }}
      cancelText={t('erase.cancel')}
      cancelButtonProps={{ autoFocus: true }}
      confirmLoading={act.pending}
      onOk={() => act.begin()}
      onCancel={onClose}
      closable={{ 'aria-label': t('erase.cancel') }}
      mask={{ closable: false }}
      width={480}
    >
      <p>{t('erase.what')}</p>
      <RefusalWords error={act.error} />
    </Modal>
  );
}
