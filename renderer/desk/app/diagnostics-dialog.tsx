import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Modal, Table, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DiagnosticsItem } from '../../../shared/contract/diagnostics-calls.ts';
import { RefusalWords } from '../ui/refusal-words.tsx';
import { useAct } from '../ui/use-act.ts';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { desk, deskQuery } from './desk-client.ts';

/** The way to the diagnostics bundle, also where nobody is signed in. */
export function DiagnosticsButton() {
  const { t } = useTranslation('diagnostics');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('open')}</Button>
      {open && <DiagnosticsDialog onClose={() => setOpen(false)} />}
    </>
  );
}

/** 诊断包: what is in it, before it is saved; then where it lies. */
export function DiagnosticsDialog({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('diagnostics');
  // Gathered anew each time the dialog opens, and not while it is looked at: what is saved is what is shown.
  const gathered = useQuery(deskQuery.diagnostics.gather.queryOptions({ staleTime: Number.POSITIVE_INFINITY, gcTime: 0 }));
  const save = useAct({ mutationFn: () => desk.diagnostics.save() });
  useReturnFocus();
  const items = gathered.data?.items;
  return (
    <Modal
      open
      title={t('title')}
      onCancel={onClose}
      closable={{ 'aria-label': t('close') }}
      width={640}
      footer={[
        <Button key="close" onClick={onClose}>
          {t('close')}
        </Button>,
        <Button key="save" type="primary" disabled={!items} loading={save.pending} onClick={() => save.begin()}>
          {t('save')}
        </Button>,
      ]}
    >
      <Typography.Paragraph>{t('words')}</Typography.Paragraph>
      <Table<DiagnosticsItem>
        size="small"
        aria-label={t('contents')}
        rowKey="name"
        pagination={false}
        loading={gathered.isPending}
        dataSource={asRows(items ?? [])}
        columns={[
          { title: t('file'), dataIndex: 'name', width: 230, render: (name: string) => <code>{name}</code> },
          { title: t('what'), render: (_, { part }) => t(`part.${part}`) },
          { title: t('size'), width: 90, align: 'right', render: (_, { bytes }) => sizeText(bytes) },
        ]}
      />
      {gathered.data && <Typography.Paragraph type="secondary">{t('folder', gathered.data)}</Typography.Paragraph>}
      {save.data && <Alert type="success" showIcon role="status" title={t('saved', save.data)} />}
      <RefusalWords error={gathered.error ?? save.error} />
    </Modal>
  );
}

/** The log is a file a day: one row for all of them, so that the dialog needs no scrolling. */
function asRows(items: readonly DiagnosticsItem[]): DiagnosticsItem[] {
  const logs = items.filter(({ part }) => part === 'log');
  const bytes = logs.reduce((sum, log) => sum + log.bytes, 0);
  const rows = items.filter(({ part }) => part !== 'log');
  return logs.length > 0 ? [...rows, { name: `logs/ (${logs.length})`, part: 'log', bytes }] : rows;
}

const sizeText = (bytes: number) => (bytes < 1024 ? `${bytes} B` : `${Math.ceil(bytes / 1024)} KB`);
