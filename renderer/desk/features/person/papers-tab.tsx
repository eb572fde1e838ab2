import { Button, Table, type TableColumnsType, Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import { isCardSide, type PaperSubject } from '../../../../shared/domain/paper/printed-paper.ts';
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
      render: (_, { reprint, spent }) => (
        <>
          {spent && <Tag>{t('papers.spent')}</Tag>}
          {reprint && (
            <>
              <Tag>{t('papers.reprint')}</Tag> {reprint.reason}
            </>
          )}
        </>
      ),
    },
    {
      title: t('papers.action'),
      key: 'act',
      align: 'right',
      render: (_, { subject, spent }) =>
        mayPrint &&
        !spent &&
        isStillPrinted(view, subject) && (
          <Button size="small" onClick={() => paperDesk.open({ personId: view.id, subjects: [subject] })}>
            {t('papers.again')}
          </Button>
        ),
    },
  ];
  const notice = { personId: view.id, subjects: [{ kind: 'privacy-notice', personId: view.id }] } as const;
  return (
    <>
      {mayPrint && (
        <Button size="small" className="papers-notice" onClick={() => paperDesk.open(notice)}>
          {t('papers.notice')}
        </Button>
      )}
      <Table<Paper>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={view.papers.toReversed()}
        pagination={false}
        locale={{ emptyText: t('papers.none') }}
      />
    </>
  );
}

/** A card that was handed over isn't printed once more: another takes its place. */
function isStillPrinted({ cards }: PersonView, { kind, cardNumber }: PaperSubject): boolean {
  return !isCardSide(kind) || cards.some((card) => card.number === cardNumber && card.actions.includes('print'));
}
