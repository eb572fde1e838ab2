import { Button, Modal, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceFile } from '../../../../shared/domain/evidence/evidence-file.ts';
import { PdfPages } from '../pdf/pdf-pages.tsx';
import { RefusalWords } from '../refusal-words.tsx';
import { useReturnFocus } from '../use-return-focus.ts';
import { useFileAddress, useStoredFile } from './use-stored-file.ts';
import './scan.css';

export interface EvidenceViewProps {
  file: EvidenceFile;
  onClose(): void;
}

/** A stored scan to be looked at: a picture, or a PDF page by page. Nothing in a PDF runs: its pages are drawn, and that is all. */
export function EvidenceView({ file, onClose }: EvidenceViewProps) {
  const { t } = useTranslation('scan');
  const stored = useStoredFile(file.sha256);
  const [page, setPage] = useState(1);
  const [trouble, setTrouble] = useState<unknown>();
  useReturnFocus();
  const turnTo = (wanted: number) => setPage(Math.min(file.pages, Math.max(1, wanted)));
  return (
    <Modal
      open
      title={<span className="scan-title">{file.name}</span>}
      onCancel={onClose}
      footer={null}
      width="min(1100px, calc(100vw - 48px))"
      style={{ top: 24 }}
      closable={{ 'aria-label': t('close') }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it listens for keys that its parts let through, and is nothing to act on */}
      <div
        className="scan-view"
        onKeyDown={({ key }) => {
          if (key === 'PageDown') turnTo(page + 1);
          if (key === 'PageUp') turnTo(page - 1);
        }}
      >
        {file.pages > 1 && <PageTurner page={page} pages={file.pages} onTurn={turnTo} />}
        <RefusalWords error={stored.error} />
        {trouble !== undefined && <p role="alert">{t('notDrawn')}</p>}
        {stored.file === undefined && stored.error === undefined && (
          <div role="status" aria-label={t('loading')}>
            <Spin />
          </div>
        )}
        {stored.file && <Sheet file={file} bytes={stored.file} page={page} onTrouble={setTrouble} />}
      </div>
    </Modal>
  );
}

interface PageTurnerProps {
  page: number;
  pages: number;
  onTurn(page: number): void;
}

function PageTurner({ page, pages, onTurn }: PageTurnerProps) {
  const { t } = useTranslation('scan');
  return (
    <div className="scan-turner">
      <Button disabled={page === 1} onClick={() => onTurn(page - 1)}>
        {t('pageBefore')} <kbd>PageUp</kbd>
      </Button>
      <span aria-live="polite">{t('pageOf', { page, pages })}</span>
      <Button disabled={page === pages} onClick={() => onTurn(page + 1)}>
        {t('pageAfter')} <kbd>PageDown</kbd>
      </Button>
    </div>
  );
}

interface SheetProps {
  file: EvidenceFile;
  bytes: Blob;
  page: number;
  onTrouble(error: unknown): void;
}

function Sheet({ file, bytes, page, onTrouble }: SheetProps) {
  const { t } = useTranslation('scan');
  const room = useRef<HTMLElement>(null);
  const [widthPx, setWidthPx] = useState(0);
  const isPdf = file.mediaType === 'application/pdf';
  const address = useFileAddress(isPdf ? undefined : bytes);
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    // The hand is at what is looked at: arrows scroll it.
    element.focus();
    setWidthPx(element.clientWidth - 24);
  }, []);
  const label = t('picture', { name: file.name, page });
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be focusable (WCAG 2.1.1)
    <section ref={room} className="scan-room" tabIndex={0} aria-label={t('room')}>
      {address && <img src={address} alt={label} onError={onTrouble} />}
      {isPdf && (
        <PdfPages
          pdf={bytes}
          foreign
          only={page}
          label={label}
          fit="width"
          room={{ widthPx, heightPx: 0 }}
          onTrouble={onTrouble}
        />
      )}
    </section>
  );
}
