import { CameraOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Photo } from '../../../../shared/domain/evidence/evidence-item.ts';
import { RefusalWords } from '../refusal-words.tsx';
import { useAttachments } from '../scan/attachments.ts';
import { PickButton } from '../scan/pick-button.tsx';
import { useFileAddress, useStoredFile } from '../scan/use-stored-file.ts';
import { useAct } from '../use-act.ts';
import { useFileDrop } from '../use-file-drop.ts';
import { HeadOutline } from './crop-box.tsx';
import { PhotoDialog } from './photo-dialog.tsx';
import './camera.css';

export interface PhotoFieldProps {
  label: string;
  value: Photo | undefined;
  onStored(photo: Photo): void;
  onRemoved(): void;
}

/** The portrait: taken by the camera, or of a file that is chosen, dropped or pasted; cropped to 358 × 441 and sealed by main. */
export function PhotoField({ label, value, onStored, onRemoved }: PhotoFieldProps) {
  const { t } = useTranslation('camera');
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const attachments = useAttachments();
  const [source, setSource] = useState<'camera' | File>();
  const store = useAct({
    mutationFn: (file: File) => attachments.put({ name: file.name, file }),
    onSuccess: ({ sha256, bytes }) => onStored({ sha256, bytes }),
    gcTime: 0,
  });
  const take = ([file]: readonly File[]) => file && setSource(file);
  const over = useFileDrop(box, take);
  const close = () => setSource(undefined);
  return (
    <div ref={box} className="photo" data-over={over || undefined}>
      <PhotoPicture photo={value} label={label} />
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset can't be laid out as a column */}
      <div className="photo-acts" role="group" aria-labelledby={id} data-path="photo">
        <span id={id} className="field-label">
          {label}
        </span>
        <Button icon={<CameraOutlined aria-hidden="true" />} onClick={() => setSource('camera')}>
          {t('photo.byCamera')}
        </Button>
        <PickButton words={t('photo.byFile')} accept=".jpg,.jpeg,.png,.webp" busy={store.pending} onPick={take} />
        {value && (
          <Button type="text" icon={<DeleteOutlined aria-hidden="true" />} onClick={onRemoved}>
            {t('photo.remove')}
          </Button>
        )}
        <Flex vertical aria-live="polite">
          {store.pending && t('photo.storing')}
          <RefusalWords error={store.error} />
        </Flex>
      </div>
      {source && (
        <PhotoDialog
          file={source === 'camera' ? undefined : source}
          onClose={close}
          onPhoto={(photo) => {
            close();
            store.begin(photo);
          }}
        />
      )}
    </div>
  );
}

/** A person's portrait as it was stored, or the empty frame for one. */
export function PhotoPicture({ photo, label }: { photo: Photo | undefined; label: string }) {
  const { t } = useTranslation('camera');
  const stored = useStoredFile(photo?.sha256);
  const address = useFileAddress(stored.file);
  if (address) return <img className="photo-picture" src={address} alt={label} />;
  return (
    <div className="photo-picture photo-none" role="img" aria-label={t('photo.none')}>
      <HeadOutline />
    </div>
  );
}
