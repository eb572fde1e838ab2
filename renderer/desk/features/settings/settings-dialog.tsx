import { Modal, Typography } from 'antd';
import type { ReactNode, RefObject } from 'react';
import { useTranslation } from 'react-i18next';
import { keys, useDialogKey } from '../../app/keys.ts';
import { nextOnEnter } from '../../ui/next-on-enter.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

export interface SettingsDialogProps {
  title: string;
  words: string;
  confirm: string;
  danger?: boolean;
  pending: boolean;
  error: unknown;
  fields: RefObject<HTMLDivElement | null>;
  onAccept(): void;
  onClose(): void;
  children?: ReactNode;
}

/** A settings dialog: what it does, its fields, and what was refused. Enter goes on, Ctrl+Enter accepts. */
export function SettingsDialog(props: SettingsDialogProps) {
  const { t } = useTranslation('settings');
  const { title, words, confirm, danger = false, pending, error, fields, onAccept, onClose, children } = props;
  useDialogKey('accept', onAccept);
  useReturnFocus();
  return (
    <Modal
      open
      title={title}
      okText={`${confirm} ${keys.accept}`}
      cancelText={t('cancel')}
      okButtonProps={{ danger }}
      confirmLoading={pending}
      onOk={onAccept}
      onCancel={onClose}
      closable={{ 'aria-label': t('cancel') }}
      mask={{ closable: false }}
      width={480}
    >
      <Typography.Paragraph type="secondary">{words}</Typography.Paragraph>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter is passed on from the fields within */}
      <div ref={fields} className="settings-dialog" onKeyDown={nextOnEnter}>
        {children}
      </div>
      <RefusalWords error={error} />
    </Modal>
  );
}
