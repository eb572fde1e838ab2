import { Button, Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/desk.ts';
import { usePaperDesk } from '../../app/paper-desk.ts';
import { useMay } from '../../app/use-may.ts';

type Paper = PersonView['papers'][number];

/** Every paper that was printed for a person, newest first; each can be printed again, marked as a reprint. */
export function PapersTab({ view }: { view: PersonView }) {
  const { t } = useTranslation(['person', 'papers']);
  const paperDesk = usePaperDesk();
  const mayPrint = useMay('paper.print');
  const columns: TableColumnsType<Paper> = [
    { title: t('papers.kind'), key: 'kind', render: (_, { subject }) => t(`papers:kind.${subject.kind}`) },
    { title: t('papers.printedOn'), dataIndex: 'printedOn', key: 'printedOn' },
    {
      title: t('papers.remark'),
      key: 'remark',
      render: (_, { reprint }) =>
        reprint && (
          <>
            <Tag>{t('papers.reprint')}</Tag> {reprint.reason}
          </>
        ),
    },
    {
      title: t('papers.action'),
      key: 'act',
      align: 'right',
      render: (_, { subject }) =>
        mayPrint && (
          <Button size="small" onClick={() => paperDesk.open({ personId: view.id, subjects: [subject] })}>
            {t('papers.again')}
          </Button>
        ),
    },
  ];
  return (
    <Table<Paper>
      size="small"
      rowKey="id"
      columns={columns}
      dataSource={view.papers.toReversed()}
      pagination={false}
      locale={{ emptyText: t('papers.none') }}
    />
  );
}
