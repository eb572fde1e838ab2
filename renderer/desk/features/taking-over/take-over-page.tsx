import { Select } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerPlan } from '../../../../shared/contract/taking-over-calls.ts';
import { useKey } from '../../app/keys.ts';
import { Page } from '../../ui/page.tsx';
import { AnswerTable } from './answer-table.tsx';
import { ColumnMapping } from './column-mapping.tsx';
import { LedgerFileField } from './ledger-file.tsx';
import { LedgerSignOff } from './ledger-sign-off.tsx';
import { takeableRows } from './ledger-understanding.ts';
import { TakeBar } from './take-bar.tsx';
import { type Ledger, useLedger } from './use-ledger.ts';
import { useLedgerFile } from './use-ledger-file.ts';
import { useTaking } from './use-taking.ts';
import { WordMapping } from './word-mapping.tsx';
import './take-over.css';

/** 接收旧卡: a ledger's file, what its columns and words mean, every row's answer, and then, signed off, the taking over itself. */
export function TakeOverPage() {
  const { t } = useTranslation('takeOver');
  const taking = useTaking();
  const busy = taking.isRunning;
  const ledger = useLedger(busy);
  const [signingOff, setSigningOff] = useState(false);
  const [signed, setSigned] = useState('');
  const opening = useLedgerFile((file) => {
    taking.reset();
    ledger.openSheet(file, 0);
  });
  const { file, plan, preview } = ledger;
  const count = preview ? takeableRows(preview) : 0;
  const run = async () => {
    if (!plan || !preview) return;
    await taking.run(plan, preview.total);
    await ledger.askAgain();
  };
  const begin = () => {
    if (count === 0 || busy || ledger.reading || !file) return;
    if (plan && signed === meaningOf(plan)) void run();
    else setSigningOff(true);
  };
  useKey('accept', begin);
  return (
    <Page title={t('title')}>
      <div className="take-over">
        <p className="ledger-hint">{t('intro')}</p>
        <LedgerFileField file={file} opening={opening} disabled={busy} />
        <SheetChoice ledger={ledger} disabled={busy} />
        <ColumnMapping ledger={ledger} disabled={busy} open={!taking.progress} />
        <WordMapping ledger={ledger} disabled={busy} open={!taking.progress} />
        <AnswerTable ledger={ledger} disabled={busy} />
        <TakeBar ledger={ledger} taking={taking} onTake={begin} />
      </div>
      {signingOff && file && plan && (
        <LedgerSignOff
          {...{ file, plan, count }}
          onClose={() => setSigningOff(false)}
          onSigned={() => {
            setSigningOff(false);
            setSigned(meaningOf(plan));
            void run();
          }}
        />
      )}
    </Page>
  );
}

/** What was signed off holds as long as columns and words mean the same; who is who may still be decided. */
function meaningOf({ decisions: _, ...meaning }: LedgerPlan): string {
  return JSON.stringify(meaning);
}

/** Only where there are several sheets to choose from. */
function SheetChoice({ ledger, disabled }: { ledger: Ledger; disabled: boolean }) {
  const { t } = useTranslation('takeOver');
  const id = useId();
  const { file, plan } = ledger;
  if (!file || !plan || file.sheets.length < 2) return null;
  return (
    <div className="ledger-column ledger-sheet">
      <label htmlFor={id}>{t('sheet')}</label>
      <Select
        id={id}
        size="small"
        options={file.sheets.map(({ name, rows }, at) => ({ value: at, label: `${name} · ${t('words.rows', { count: rows })}` }))}
        value={plan.sheet}
        disabled={disabled}
        onChange={(sheet) => ledger.openSheet(file, sheet)}
      />
    </div>
  );
}
