import { CameraOutlined, EyeOutlined, FileAddOutlined, FileDoneOutlined } from '@ant-design/icons';
import { ORPCError } from '@orpc/client';
import { Button } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type EvidenceFile, maxEvidenceBytes } from '../../../../shared/domain/evidence/evidence-file.ts';
import { Field } from '../field.tsx';
import { RefusalWords } from '../refusal-words.tsx';
import { type Act, useAct } from '../use-act.ts';
import { useFileDrop } from '../use-file-drop.ts';
import { useAttachments } from './attachments.ts';
import { EvidenceView } from './evidence-view.tsx';
import { PickButton } from './pick-button.tsx';
import { ScanCamera } from './scan-camera.tsx';
import { keptFileName, sizeWords } from './scan-file.ts';
import './scan.css';

export interface ScanFieldProps {
  label: string;
  /** The field's path in the contract. */
  path: string;
  required?: boolean;
  value: EvidenceFile | undefined;
  problem: string | undefined;
  onStored(file: EvidenceFile): void;
}

/** A document's scan: chosen, dropped, pasted or taken by camera. It is checked and sealed by the main process before it counts. */
export function ScanField({ label, path, required, value, problem, onStored }: ScanFieldProps) {
  const box = useRef<HTMLDivElement>(null);
  const [several, setSeveral] = useState(false);
  const store = useStore(onStored);
  const take = (files: readonly File[]) => {
    const [file] = files;
    setSeveral(files.length > 1);
    if (file && files.length === 1) store.begin(file);
  };
  const over = useFileDrop(box, take);
  return (
    <Field label={label} required={required} group path={path} problem={store.error ? undefined : problem}>
      {({ 'aria-labelledby': labelledBy, 'aria-describedby': describedBy }) => (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a line
        <div
          ref={box}
          className="scan"
          role="group"
          aria-labelledby={labelledBy}
          aria-describedby={describedBy}
          data-over={over || undefined}
        >
          <ScanLine value={value} store={store} several={several} onFiles={take} />
        </div>
      )}
    </Field>
  );
}

/** A file that is far too large is refused here in main's words: sending it there would only fill the memory. */
function useStore(onStored: (file: EvidenceFile) => void): Act<File, EvidenceFile> {
  const attachments = useAttachments();
  return useAct({
    mutationFn: async (file: File) => {
      if (file.size > maxEvidenceBytes) throw new ORPCError('file-not-accepted', { status: 400, data: { reason: 'too-big' } });
      return attachments.put({ name: keptFileName(file.name), file });
    },
    onSuccess: onStored,
    gcTime: 0,
  });
}

interface ScanLineProps {
  value: EvidenceFile | undefined;
  store: Act<File, EvidenceFile>;
  several: boolean;
  onFiles(files: readonly File[]): void;
}

function ScanLine({ value, store, several, onFiles }: ScanLineProps) {
  const { t } = useTranslation('scan');
  const [open, setOpen] = useState<'camera' | 'view'>();
  const close = () => setOpen(undefined);
  return (
    <>
      {value ? <FileDoneOutlined aria-hidden="true" /> : <FileAddOutlined aria-hidden="true" />}
      <span aria-live="polite">
        {store.pending ? t('uploading', { name: store.input?.name ?? '' }) : <Stored file={value} />}
      </span>
      <PickButton words={t(value ? 'replace' : 'pick')} accept=".pdf,.jpg,.jpeg,.png" busy={store.pending} onPick={onFiles} />
      <Button icon={<CameraOutlined aria-hidden="true" />} onClick={() => setOpen('camera')}>
        {t('byCamera')}
      </Button>
      {value && (
        <Button icon={<EyeOutlined aria-hidden="true" />} onClick={() => setOpen('view')}>
          {t('view')}
        </Button>
      )}
      {several && <span role="alert">{t('oneFile')}</span>}
      <RefusalWords error={store.error} />
      {open === 'camera' && (
        <ScanCamera
          onClose={close}
          onTaken={(file) => {
            close();
            onFiles([file]);
          }}
        />
      )}
      {open === 'view' && value && <EvidenceView file={value} onClose={close} />}
    </>
  );
}

function Stored({ file }: { file: EvidenceFile | undefined }) {
  const { t } = useTranslation('scan');
  if (!file) return t('drop');
  return (
    <>
      <strong>{file.name}</strong> {t('facts', { pages: file.pages, size: sizeWords(file.bytes) })}
    </>
  );
}
