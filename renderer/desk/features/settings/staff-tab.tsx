import { useQuery } from '@tanstack/react-query';
import { Button, Table, type TableColumnsType, Tag, Typography } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffLine } from '../../../../shared/contract/staff-calls.ts';
import { deskQuery } from '../../app/desk-client.ts';
import { useSession } from '../../app/session.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { EndAccessDialog } from './end-access-dialog.tsx';
import { NewMemberDialog } from './new-member-dialog.tsx';
import { ResetPinDialog } from './reset-pin-dialog.tsx';

type Task = { what: 'add' } | { what: 'reset' | 'end'; member: StaffLine };

/** The staff with what each may do, and the administrator's acts on them. */
export function StaffTab() {
  const { t } = useTranslation('settings');
  const session = useSession();
  const { data: staff, error } = useQuery(deskQuery.staff.list.queryOptions());
  const [task, setTask] = useState<Task>();
  const columns = useColumns(setTask);
  const close = () => setTask(undefined);
  return (
    <>
      <div className="settings-head">
        <Button type="primary" onClick={() => setTask({ what: 'add' })}>
          {t('people.add')}
        </Button>
        {session.trial && <Typography.Text type="secondary">{t('people.sampleWords')}</Typography.Text>}
      </div>
      <RefusalWords error={error} />
      <Table<StaffLine>
        size="small"
        aria-label={t('people.label')}
        rowKey="id"
        columns={columns}
        dataSource={staff ?? []}
        pagination={false}
        loading={!staff && !error}
      />
      {task?.what === 'add' && <NewMemberDialog onClose={close} />}
      {task?.what === 'reset' && <ResetPinDialog member={task.member} onClose={close} />}
      {task?.what === 'end' && <EndAccessDialog member={task.member} onClose={close} />}
    </>
  );
}

const tones: Record<StaffLine['access'], string> = { active: 'success', sample: 'default', 'no-pin': 'warning', left: 'default' };

function useColumns(begin: (task: Task) => void): TableColumnsType<StaffLine> {
  const { t } = useTranslation(['settings', 'shell']);
  const own = useSession().staff?.id;
  return useMemo(
    () => [
      { title: t('people.number'), dataIndex: 'number', className: 'number', width: 140 },
      { title: t('people.name'), dataIndex: 'name', className: 'name' },
      { title: t('people.role'), render: (_, { role }) => t(`shell:role.${role}`), width: 160 },
      {
        title: t('people.access'),
        width: 220,
        render: (_, { access, leftOn }) => (
          <Tag color={tones[access]}>{leftOn ? t('people.leftOn', { date: leftOn }) : t(`people.accessState.${access}`)}</Tag>
        ),
      },
      {
        key: 'acts',
        title: t('people.acts'),
        width: 260,
        render: (_, member) => <Acts member={member} own={member.id === own} begin={begin} />,
      },
    ],
    [t, own, begin],
  );
}

/** Nothing is done to whoever left, nor to the sample staff; one's own PIN is changed with the old one, in the menu of one's name. */
function Acts({ member, own, begin }: { member: StaffLine; own: boolean; begin: (task: Task) => void }) {
  const { t } = useTranslation('settings');
  if (own) return <Typography.Text type="secondary">{t('people.self')}</Typography.Text>;
  if (member.access === 'left' || member.access === 'sample') return null;
  const label = (act: string) => `${act} ${member.number} ${member.name}`;
  return (
    <>
      <Button size="small" aria-label={label(t('people.resetPin'))} onClick={() => begin({ what: 'reset', member })}>
        {t('people.resetPin')}
      </Button>{' '}
      <Button size="small" danger aria-label={label(t('people.end'))} onClick={() => begin({ what: 'end', member })}>
        {t('people.end')}
      </Button>
    </>
  );
}
