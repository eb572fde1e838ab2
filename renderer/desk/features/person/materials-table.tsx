import { Button, Table, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import type { EvidenceFile } from '../../../../shared/domain/evidence/evidence-file.ts';
import { commonEvidenceKinds } from '../../../../shared/domain/evidence/evidence-item.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { EvidenceView } from '../../ui/scan/evidence-view.tsx';

type Material = PersonView['evidence'][number];

/** Materials on the record: how many sheets, who compared the original, until when they hold, and the scan to be looked at. */
export function MaterialsTable({ materials }: { materials: readonly Material[] }) {
  const { t } = useTranslation(['person', 'register']);
  const kindName = useKindName();
  const [shown, setShown] = useState<EvidenceFile>();
  if (materials.length === 0) return null;
  const rows = materials.map((material, at) => ({ ...material, key: at }));
  return (
    <section className="person-block" aria-label={t('record.materials')}>
      <h3>{t('record.materials')}</h3>
      <Table
        size="small"
        pagination={false}
        dataSource={rows}
        columns={[
          { key: 'kind', title: t('register:field.evidence.kind'), render: (_, { kind }) => kindName(kind) },
          { key: 'originals', title: t('register:field.evidence.originals'), dataIndex: 'originals', width: 64 },
          { key: 'copies', title: t('register:field.evidence.copies'), dataIndex: 'copies', width: 72 },
          {
            key: 'seen',
            title: t('record.comparedBy'),
            render: (_, { originalSeen: seen }) => (seen ? `${seen.by} ${seen.on}` : '–'),
          },
          {
            key: 'expiresOn',
            title: t('register:field.evidence.expiresOn'),
            render: (_, { expiresOn, expired }) => (
              <>
                {expiresOn ?? '–'} {expired && <Tag color="warning">{t('record.expired')}</Tag>}
              </>
            ),
          },
          {
            key: 'file',
            title: t('register:field.evidence.file'),
            render: (_, { file }) =>
              file ? (
                <Button size="small" onClick={() => setShown(file)}>
                  {t('record.view')}
                </Button>
              ) : (
                '–'
              ),
          },
        ]}
      />
      {shown && <EvidenceView file={shown} onClose={() => setShown(undefined)} />}
    </section>
  );
}

/** A material's name: the counter's own, or the pack's. */
function useKindName(): (kind: string) => string {
  const { t } = useTranslation('register');
  const { pack, said } = usePolicy();
  const named = pack?.teams.flatMap(({ tiers }) => tiers.flatMap(({ evidence }) => evidence)) ?? [];
  return (kind) => {
    const common = commonEvidenceKinds.find((one) => one === kind);
    if (common) return t(`evidenceKind.${common}`);
    const own = named.find((one) => one.code === kind);
    return own ? said(own) : kind;
  };
}
