import { Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useDialogKey } from '../../app/keys.ts';
import type { PaperRequest } from '../../app/paper-desk.ts';
import { noReason, reasonText } from '../../ui/reason-choice.tsx';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { PaperRoom } from './paper-room.tsx';
import { PaperSide } from './paper-side.tsx';
import { reprintPresets } from './reprint-presets.ts';
import { usePreviews } from './use-previews.ts';
import { usePrintPapers } from './use-print-papers.ts';
import './papers.css';

export interface PaperPreviewProps {
  request: PaperRequest;
  onClose(): void;
  onOpenQueue(): void;
}

/** Papers as they will be printed, beside them the printer, and the reason where it is a reprint. Ctrl+P prints. */
export function PaperPreview({ request, onClose, onOpenQueue }: PaperPreviewProps) {
  const { t } = useTranslation('papers');
  const previews = usePreviews(request.subjects);
  const printing = usePrintPapers(request);
  const [fit, setFit] = useState<'page' | 'width'>('page');
  const [reason, setReason] = useState(noReason);
  const [reasonNeeded, setReasonNeeded] = useState(false);
  const [drawTrouble, setDrawTrouble] = useState<unknown>();

  const shown = previews.every(({ query }) => query.data) && drawTrouble === undefined && printing.ready;
  const print = () => {
    if (!shown || printing.sent) return;
    const words = printing.printedBefore ? reasonText(reason, reprintPresets(t)) : undefined;
    setReasonNeeded(Boolean(printing.printedBefore) && !words);
    if (!printing.printedBefore || words) printing.print(words);
  };
  useDialogKey('print', print);
  useReturnFocus();

  return (
    <Modal
      open
      title={request.subjects.map(({ kind }) => t(`kind.${kind}`)).join(' · ')}
      onCancel={onClose}
      footer={null}
      width="min(1240px, calc(100vw - 48px))"
      style={{ top: 24 }}
      closable={{ 'aria-label': t('preview.close') }}
      mask={{ closable: false }}
    >
      <div className="paper-preview">
        <PaperRoom previews={previews} fit={fit} onTrouble={setDrawTrouble} />
        <PaperSide
          previews={previews}
          printing={printing}
          canPrint={shown}
          drawTrouble={drawTrouble}
          fit={fit}
          onFit={setFit}
          reason={{ draft: reason, onChange: setReason, needed: reasonNeeded }}
          onPrint={print}
          onClose={onClose}
          onOpenQueue={onOpenQueue}
        />
      </div>
    </Modal>
  );
}
