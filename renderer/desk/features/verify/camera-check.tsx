import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { CameraPicture } from '../../ui/camera/camera-picture.tsx';
import { useCamera } from '../../ui/camera/use-camera.ts';
import { readQrFromVideo } from './read-qr.ts';

export interface CameraCheckProps {
  onRead(text: string): void;
}

/** Seven looks a second: a card held still is read at once, and the processor has time for the rest of the desk. */
const lookEveryMs = 140;
/** The same card before the camera is one check; taken away for this long, it is another. */
const goneAfterMs = 1_500;

/** Looks for a QR code in the camera's picture until it is closed, and goes on after each one. */
export function CameraCheck({ onRead }: CameraCheckProps) {
  const { t } = useTranslation('camera');
  const camera = useCamera();
  const video = useRef<HTMLVideoElement>(null);
  const latest = useRef(onRead);
  latest.current = onRead;
  const { start, stream, trouble } = camera;
  useEffect(() => void start(), [start]);
  useEffect(() => {
    if (!stream) return;
    let last = { text: '', at: 0 };
    const look = () => {
      const text = video.current ? readQrFromVideo(video.current) : undefined;
      if (text === undefined) return;
      const at = performance.now();
      if (text !== last.text || at - last.at > goneAfterMs) latest.current(text);
      last = { text, at };
    };
    const looking = setInterval(look, lookEveryMs);
    return () => clearInterval(looking);
  }, [stream]);
  return (
    <div className="camera-check">
      <CameraPicture camera={camera} video={video} label={t('verify.live')} />
      {!trouble && <p className="camera-quiet">{t('verify.hint')}</p>}
    </div>
  );
}
