import { Button, Empty, Typography } from 'antd';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackMatter } from '../../../../shared/domain/policy/pack-matter.ts';
import { useKey } from '../../app/keys.ts';
import { usePaperDesk } from '../../app/paper-desk.ts';
import { useCardText } from '../../app/use-card-text.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { Page } from '../../ui/page.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import type { RowColumn } from '../../ui/row-column.ts';
import { RowList } from '../../ui/row-list.tsx';
import { useRowChoosing } from '../../ui/use-row-choosing.ts';
import { ConsultSide } from './consult-side.tsx';
import { TierSheet } from './tier-sheet.tsx';
import { type Consultation, useConsultation } from './use-consultation.ts';
import './consult.css';

const keyOf = (matter: PackMatter) => matter.code;
const wordsOf = (matter: PackMatter) => [matter.name.zh, matter.name.en, matter.code];

/** 咨询: somebody asks, no ID number is; the matters are picked by typing, and Ctrl+Enter keeps it and prints the one-off notice. */
export function ConsultPage() {
  const { t } = useTranslation('consult');
  const { pack, error } = usePolicy();
  const page = useRef<HTMLDivElement>(null);
  const consultation = useConsultation(pack);
  const choosing = useRowChoosing({ rows: pack && (pack.matters ?? []), keyOf, wordsOf });
  const { begin, finish, jobId } = consultation;
  const next = () => {
    begin();
    choosing.setText('');
    page.current?.querySelector<HTMLInputElement>('.row-list-filter input')?.focus();
  };
  useKey('accept', jobId ? next : finish);
  return (
    <Page title={t('title')} actions={<GeneralSheets />}>
      <RefusalWords error={error} />
      <div className="consult" ref={page}>
        <RowList
          label={t('matters')}
          filterLabel={t('filter')}
          choosing={choosing}
          columns={useColumns(consultation)}
          onEnter={({ code }) => {
            consultation.toggle(code);
            // The hand stays on this matter when all of them are shown again.
            choosing.choose(choosing.index);
            choosing.setText('');
          }}
          takeText={useCardText()}
          beside={<Typography.Text type="secondary">{t('help')}</Typography.Text>}
          none={<Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('none')} />}
          noHit={t('noHit')}
        />
        <ConsultSide consultation={consultation} looked={choosing.chosen} onNext={next} />
      </div>
    </Page>
  );
}

function useColumns({ noted, toggle, given }: Consultation): RowColumn<PackMatter>[] {
  const { t } = useTranslation('consult');
  const { said } = usePolicy();
  // The columns stay the same while only what is noted beside them changes.
  const latest = useRef(toggle);
  latest.current = toggle;
  const press = useCallback((code: string) => latest.current(code), []);
  const { topics } = noted;
  return useMemo(
    () => [
      { key: 'name', title: t('name'), cell: ({ name }) => said(name) },
      {
        key: 'term',
        title: t('term'),
        cell: ({ kind, workingDays }) =>
          kind === 'immediate' ? t('kind.immediate') : workingDays ? t('days', { count: workingDays }) : t('kind.promised'),
      },
      {
        key: 'act',
        title: t('told'),
        className: 'row-acts',
        cell: ({ code }, chosen) => (
          <Button
            size="small"
            color={topics.includes(code) ? 'primary' : 'default'}
            variant="outlined"
            aria-pressed={topics.includes(code)}
            disabled={given !== undefined}
            tabIndex={chosen ? 0 : -1}
            onClick={() => press(code)}
          >
            {t(topics.includes(code) ? 'taken' : 'take')}
          </Button>
        ),
      },
    ],
    [t, said, topics, given, press],
  );
}

/** What is given to anybody who asks: a tier's benefits, and a blank privacy notice. */
function GeneralSheets() {
  const { t } = useTranslation('consult');
  const paperDesk = usePaperDesk();
  return (
    <>
      <TierSheet />
      <Button onClick={() => paperDesk.open({ subjects: [{ kind: 'privacy-notice' }] })}>{t('blankNotice')}</Button>
    </>
  );
}
