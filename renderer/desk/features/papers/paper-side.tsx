import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Radio, Typography } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { deskQuery } from '../../app/desk-client.ts';
import { keys } from '../../app/keys.ts';
import { ReasonChoice, type ReasonDraft } from '../../ui/reason-choice.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { JobState } from './job-state.tsx';
import { printerName } from './printer-name.ts';
import { reprintPresets } from './reprint-presets.ts';
import type { Previewed } from './use-previews.ts';
import type { PrintPapers } from './use-print-papers.ts';

export interface PaperSideProps {
  previews: readonly Previewed[];
  printing: PrintPapers;
  canPrint: boolean;
  drawTrouble: unknown;
  fit: 'page' | 'width';
  onFit(fit: 'page' | 'width'): void;
  reason: { draft: ReasonDraft; onChange(draft: ReasonDraft): void; needed: boolean };
  onPrint(): void;
  onClose(): void;
  onOpenQueue(): void;
}

/** Beside the paper: what it is, which printer, the reason of a reprint, and the one button. */
export function PaperSide(props: PaperSideProps) {
  const { t } = useTranslation('papers');
  const { previews, printing, drawTrouble, fit, onFit, reason } = props;
  const { data: status } = useQuery(deskQuery.counter.status.queryOptions());
  return (
    <div className="paper-side">
      <Typography.Text type="secondary">
        {t(previews.some(({ query }) => query.data?.covered) ? 'preview.covered' : 'preview.asPrinted')}
      </Typography.Text>
      <PaperFacts previews={previews} />
      <Radio.Group aria-label={t('preview.fit')} value={fit} onChange={(event) => onFit(event.target.value as 'page' | 'width')}>
        <Radio.Button value="page">{t('preview.fitPage')}</Radio.Button>
        <Radio.Button value="width">{t('preview.fitWidth')}</Radio.Button>
      </Radio.Group>
      {status && <span>{t('preview.printer', { printer: printerName(status.printer.name, t) })}</span>}
      {printing.printedBefore && !printing.sent && (
        <ReasonChoice
          label={t('preview.reprintReason')}
          presets={reprintPresets(t)}
          ownWordsLabel={t('preview.ownWords')}
          value={reason.draft}
          onChange={reason.onChange}
          note={
            <Typography.Paragraph type="warning" style={{ margin: '8px 0 0' }}>
              {t('preview.printedBefore', { date: printing.printedBefore })}
            </Typography.Paragraph>
          }
        />
      )}
      <div aria-live="polite">
        {reason.needed && <Alert type="warning" showIcon title={t('preview.reasonNeeded')} />}
        {drawTrouble !== undefined && <Alert type="error" showIcon title={t('preview.drawTrouble')} />}
        <RefusalWords error={printing.error} />
        {printing.sent && <SentJobs printing={printing} />}
      </div>
      <Buttons {...props} />
    </div>
  );
}

function PaperFacts({ previews }: Pick<PaperSideProps, 'previews'>) {
  const { t } = useTranslation('papers');
  return (
    <ul className="paper-list">
      {previews.map(({ subject, query: { data } }) => (
        <li key={subject.kind}>
          <strong>{t(`kind.${subject.kind}`)}</strong>
          {data && (
            <div>
              {t('preview.size', { width: data.widthMm, height: data.heightMm })} · {t('preview.pages', { count: data.pages })}
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}

function SentJobs({ printing }: Pick<PaperSideProps, 'printing'>) {
  const { t } = useTranslation('papers');
  return (
    <>
      <Alert type="success" showIcon title={t('preview.sent')} />
      <ul className="paper-list">
        {printing.jobs.map((job) => (
          <li key={job.id}>
            {t(`kind.${job.kind}`)} <JobState job={job} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Buttons({ printing, canPrint, onPrint, onClose, onOpenQueue }: PaperSideProps) {
  const { t } = useTranslation('papers');
  const main = useRef<HTMLButtonElement>(null);
  // The hand is always at what comes next: print, then close. A reprint begins with its reason.
  const next = printing.sent || (canPrint && !printing.printedBefore);
  useEffect(() => {
    if (next) main.current?.focus();
  }, [next, printing.sent]);
  return (
    <div className="paper-side paper-side-end">
      {!printing.sent && (
        <Button ref={main} type="primary" size="large" block disabled={!canPrint} loading={printing.printing} onClick={onPrint}>
          {t(printing.printedBefore ? 'preview.reprint' : 'preview.print')} {keys.print}
        </Button>
      )}
      <Button block onClick={onOpenQueue}>
        {t('queue.open')}
      </Button>
      <Button block {...(printing.sent && { ref: main })} type={printing.sent ? 'primary' : 'default'} onClick={onClose}>
        {t('preview.close')} {keys.back}
      </Button>
    </div>
  );
}
