import { FileAddOutlined, FileDoneOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceFile } from '../../../../shared/domain/evidence/evidence-file.ts';
import { Field } from '../../ui/field.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useFileDrop } from '../../ui/use-file-drop.ts';
import { putScan } from './put-scan.ts';
import { sizeWords } from './scan-file.ts';

export interface ScanFieldProps {
  value: EvidenceFile | undefined;
  problem: string | undefined;
  onStored(file: EvidenceFile): void;
}

/** The approval's scan, chosen or dropped; it is checked and sealed by the main process before it can be entered. */
export function ScanField({ value, problem, onStored }: ScanFieldProps) {
  const { t } = useTranslation('recognise');
  const [several, setSeveral] = useState(false);
  const store = useAct({ mutationFn: putScan, onSuccess: onStored, gcTime: 0 });
  const take = (files: readonly File[]) => {
    const [file] = files;
    setSeveral(files.length > 1);
    if (file && files.length === 1) store.begin(file);
  };
  const over = useFileDrop(take);
  return (
    <Field label={t('approval.document')} required group path="approval.document" problem={store.error ? undefined : problem}>
      {({ 'aria-labelledby': labelledBy, 'aria-describedby': describedBy }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a line
        <div
          className="scan"
          role="group"
          aria-labelledby={labelledBy}
          aria-describedby={describedBy}
          data-over={over || undefined}
        >
          {value ? <FileDoneOutlined aria-hidden="true" /> : <FileAddOutlined aria-hidden="true" />}
          <span aria-live="polite">
            {store.pending ? t('approval.uploading', { name: store.input?.name ?? '' }) : <Stored file={value} />}
          </span>
          <PickButton words={t(value ? 'approval.replace' : 'approval.pick')} busy={store.pending} onPick={take} />
          {several && <span role="alert">{t('approval.oneFile')}</span>}
          <RefusalWords error={store.error} />
        </div>
      )}
    </Field>
  );
}

function Stored({ file }: { file: EvidenceFile | undefined }) {
  const { t } = useTranslation('recognise');
  if (!file)
    return (
      <>
        {t('approval.drop')} <small>{t('approval.hint')}</small>
      </>
    );
  return (
    <>
      <strong>{file.name}</strong> {t('approval.facts', { pages: file.pages, size: sizeWords(file.bytes) })}
    </>
  );
}

interface PickButtonProps {
  words: string;
  busy: boolean;
  onPick(files: readonly File[]): void;
}

function PickButton({ words, busy, onPick }: PickButtonProps) {
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  return (
    <>
      <label htmlFor={id} className="visually-hidden">
        {words}
      </label>
      <input
        ref={input}
        id={id}
        type="file"
        accept=".pdf,.jpg,.jpeg,.png"
        className="scan-input visually-hidden"
        onChange={(event) => {
          onPick([...(event.target.files ?? [])]);
          // The same file chosen again after a refusal is a choice, too.
          event.target.value = '';
        }}
      />
      <Button tabIndex={-1} aria-hidden="true" loading={busy} onClick={() => input.current?.click()}>
        {words}
      </Button>
    </>
  );
}
