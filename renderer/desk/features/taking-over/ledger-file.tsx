import { FileExcelOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import type { LedgerFile, useLedgerFile } from './use-ledger-file.ts';

export interface LedgerFileFieldProps {
  file: LedgerFile | undefined;
  opening: ReturnType<typeof useLedgerFile>;
  /** While rows are taken over, another file would pull the ground away. */
  disabled: boolean;
}

/** The ledger, chosen or dropped anywhere on the page. */
export function LedgerFileField({ file, opening, disabled }: LedgerFileFieldProps) {
  const { t } = useTranslation('takeOver');
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const over = useFileDrop(box, (files) => !disabled && opening.take(files));
  useEffect(() => input.current?.focus(), []);
  const rows = file?.sheets.reduce((sum, sheet) => sum + sheet.rows, 0) ?? 0;
  return (
    <div ref={box} className="ledger-file" data-over={over || undefined}>
      <FileExcelOutlined aria-hidden="true" />
      <span aria-live="polite">
        {opening.pending
          ? t('file.reading', { name: opening.readingName })
          : file
            ? t('file.opened', { name: file.name, rows })
            : t('file.hint')}
      </span>
      <label htmlFor={id} className="visually-hidden">
        {t('file.label')}
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        accept=".xlsx,.csv"
        disabled={disabled}
        className="ledger-input visually-hidden"
        onChange={(event) => {
          opening.take([...(event.target.files ?? [])]);
          // The same file chosen again after a refusal is a choice, too.
          event.target.value = '';
        }}
      />
      <Button
        tabIndex={-1}
        aria-hidden="true"
        type={file ? 'default' : 'primary'}
        disabled={disabled}
        loading={opening.pending}
        onClick={() => input.current?.click()}
      >
        {t(file ? 'file.again' : 'file.pick')}
      </Button>
      {opening.several && <span role="alert">{t('file.oneFile')}</span>}
      <RefusalWords error={opening.error} />
    </div>
  );
}
