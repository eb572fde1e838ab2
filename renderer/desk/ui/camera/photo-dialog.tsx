import { Alert, Button, Flex, Modal, Spin } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useReturnFocus } from '../use-return-focus.ts';
import { CameraPicture } from './camera-picture.tsx';
import { CropBox, HeadOutline } from './crop-box.tsx';
import { isTooSmall, wholeFrame } from './crop-frame.ts';
import { cutPhoto, PhotoError, type PhotoFault, readPicture } from './photo-file.ts';
import { takeStill } from './take-picture.ts';
import { useCamera } from './use-camera.ts';
import './camera.css';

export interface PhotoDialogProps {
  /** A file to make the photo of; without one the camera takes it. */
  file: File | undefined;
  onPhoto(photo: File): void;
  onClose(): void;
}

/** From a file or the camera to a portrait of the right size. */
export function PhotoDialog({ file, onPhoto, onClose }: PhotoDialogProps) {
  const { t } = useTranslation('camera');
  const [picture, setPicture] = useState<ImageBitmap>();
  const [fault, setFault] = useState<PhotoFault>();
  useReturnFocus();
  useEffect(() => {
    if (!file) return;
    let over = false;
    readPicture(file).then(
      (read) => (over ? read.close() : setPicture(read)),
      (error: unknown) => over || setFault(error instanceof PhotoError ? error.fault : 'damaged'),
    );
    return () => {
      over = true;
    };
  }, [file]);
  // A picture of forty megapixels is not kept a moment longer than it is looked at.
  useEffect(() => () => picture?.close(), [picture]);
  return (
    <Modal
      open
      title={t('photo.title')}
      onCancel={onClose}
      footer={null}
      width={720}
      style={{ top: 24 }}
      closable={{ 'aria-label': t('close') }}
      mask={{ closable: false }}
    >
      {fault && <Alert role="alert" type="error" showIcon title={t(`photo.fault.${fault}`)} />}
      {!picture && !fault && file && <Spin aria-label={t('photo.reading')} />}
      {!picture && !file && <PhotoCamera onTaken={setPicture} />}
      {picture && <PhotoCrop picture={picture} onPhoto={onPhoto} onAgain={file ? undefined : () => setPicture(undefined)} />}
    </Modal>
  );
}

function PhotoCamera({ onTaken }: { onTaken(picture: ImageBitmap): void }) {
  const { t } = useTranslation('camera');
  const camera = useCamera();
  const video = useRef<HTMLVideoElement>(null);
  const { start } = camera;
  useEffect(() => void start(), [start]);
  const take = async () => {
    if (video.current && camera.stream) onTaken(await takeStill(video.current));
  };
  return (
    <>
      <CameraPicture camera={camera} video={video} label={t('photo.live')} mirrored>
        <HeadOutline />
      </CameraPicture>
      <Flex justify="end" style={{ marginTop: 12 }}>
        <Button autoFocus type="primary" size="large" disabled={!camera.stream} onClick={() => void take()}>
          {t('take')}
        </Button>
      </Flex>
    </>
  );
}

interface PhotoCropProps {
  picture: ImageBitmap;
  onPhoto(photo: File): void;
  /** Back to the camera. */
  onAgain: (() => void) | undefined;
}

function PhotoCrop({ picture, onPhoto, onAgain }: PhotoCropProps) {
  const { t } = useTranslation('camera');
  const [frame, setFrame] = useState(() => wholeFrame(picture));
  const [cutting, setCutting] = useState(false);
  const use = async () => {
    if (cutting) return;
    setCutting(true);
    onPhoto(await cutPhoto(picture, frame));
  };
  return (
    <>
      <CropBox picture={picture} frame={frame} onFrame={setFrame} />
      <p className="camera-quiet">{t('photo.keys')}</p>
      {isTooSmall(frame) && <Alert type="warning" showIcon title={t('photo.tooSmall')} />}
      <Flex gap={12} justify="end" style={{ marginTop: 12 }}>
        {onAgain && <Button onClick={onAgain}>{t('retake')}</Button>}
        <Button autoFocus type="primary" size="large" loading={cutting} onClick={() => void use()}>
          {t('use')}
        </Button>
      </Flex>
    </>
  );
}
