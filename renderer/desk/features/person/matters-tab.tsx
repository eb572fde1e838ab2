import { Button, Descriptions, Empty, Flex, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import type { EvidenceFile } from '../../../../shared/domain/evidence/evidence-file.ts';
import { isOpenStatus } from '../../../../shared/domain/matter/recognition.ts';
import type { PaperKind } from '../../../../shared/domain/paper/printed-paper.ts';
import { usePaperDesk } from '../../app/paper-desk.ts';
import { useMay } from '../../app/use-may.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { NumberText } from '../../ui/number-text.tsx';
import { EvidenceView } from '../../ui/scan/evidence-view.tsx';

type Matter = PersonView['recognitions'][number];

const papers = [
  { action: 'print-receipt', kind: 'receipt-received', words: 'matters.receipt' },
  { action: 'print-certificate', kind: 'recognition-certificate', words: 'matters.print' },
  { action: 'print-certificate', kind: 'benefits-sheet', words: 'matters.benefits' },
] as const;

/** A person's recognitions, newest first, each with the papers it gives. */
export function MattersTab({ view }: { view: PersonView }) {
  const { t } = useTranslation('person');
  if (view.recognitions.length === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('matters.none')} />;
  return view.recognitions.toReversed().map((matter) => <OneMatter key={matter.id} view={view} matter={matter} />);
}

function OneMatter({ view, matter }: { view: PersonView; matter: Matter }) {
  const { t } = useTranslation('person');
  const { named } = usePolicy();
  const paperDesk = usePaperDesk();
  const mayPrint = useMay('paper.print');
  const due = matter.status === 'supplementing' ? matter.supplements?.at(-1)?.dueOn : undefined;
  const show = (kind: PaperKind) => paperDesk.open({ personId: view.id, subjects: [{ kind, matterId: matter.id }] });
  return (
    <Descriptions
      size="small"
      column={2}
      className="person-block"
      title={
        <Flex gap={8} align="center">
          <span>
            {named(matter.teamName)} · {named(matter.tierName)}
          </span>
          <Tag color={matter.status === 'granted' ? 'success' : isOpenStatus(matter.status) ? 'warning' : 'default'}>
            {t(`matters.statuses.${matter.status}`)}
          </Tag>
        </Flex>
      }
      extra={
        mayPrint && (
          <Flex gap={8}>
            {papers
              .filter(({ action }) => matter.actions.includes(action))
              .map(({ kind, words }) => (
                <Button key={kind} size="small" onClick={() => show(kind)}>
                  {t(words)}
                </Button>
              ))}
          </Flex>
        )
      }
      items={[
        { key: 'number', label: t('matters.number'), children: <NumberText number={matter.number} /> },
        { key: 'receivedOn', label: t('matters.receivedOn'), children: matter.receivedOn },
        { key: 'handler', label: t('matters.handler'), children: matter.handlerName },
        { key: 'route', label: t('matters.route'), children: matter.route ? t(`routes.${matter.route}`) : '–' },
        ...(due ? [{ key: 'dueOn', label: t('matters.dueOn'), children: due }] : []),
        ...useGrantItems(matter),
      ]}
    />
  );
}

/** A scan by its name; pressed, it is shown. */
function ScanLink({ file }: { file: EvidenceFile }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="link" size="small" className="scan-link" onClick={() => setOpen(true)}>
        {file.name}
      </Button>
      {open && <EvidenceView file={file} onClose={() => setOpen(false)} />}
    </>
  );
}

/** How it was granted: by whom, under what, until when. */
function useGrantItems({ grant }: Matter) {
  const { t } = useTranslation('person');
  if (!grant) return [];
  const { by } = grant;
  const approved =
    by.way === 'approval'
      ? [
          { key: 'body', label: t('matters.body'), children: by.approval.body },
          { key: 'reference', label: t('matters.reference'), children: by.approval.reference },
          { key: 'approvedOn', label: t('matters.approvedOn'), children: by.approval.approvedOn },
          { key: 'document', label: t('matters.document'), children: <ScanLink file={by.approval.document} /> },
        ]
      : [];
  return [
    { key: 'way', label: t('matters.way'), children: t(`way.${by.way}`) },
    { key: 'grantedOn', label: t('matters.grantedOn'), children: grant.grantedOn },
    ...approved,
    {
      key: 'certificate',
      label: t('matters.certificate'),
      children: <NumberText number={grant.certificateNumber} />,
    },
    { key: 'validTo', label: t('matters.validTo'), children: grant.validTo },
  ];
}
