import { Alert, Button, Select } from 'antd';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { Camera } from './use-camera.ts';
import './camera.css';

export interface CameraPictureProps {
  camera: Camera;
  video: RefObject<HTMLVideoElement | null>;
  /** What the picture shows, for ears. */
  label: string;
  /** Clockwise. */
  turn?: Turn;
  /** The person sees themselves as in a mirror; a document would be unreadable so. */
  mirrored?: boolean;
  /** Lines over the picture. */
  children?: ReactNode;
}
export type Turn = 0 | 90 | 180 | 270;

/** What the camera sees now, or why nothing is seen, and which camera it is where there are several. */
export function CameraPicture({ camera, video, label, turn = 0, mirrored = false, children }: CameraPictureProps) {
  const { t } = useTranslation('camera');
  const { stream, trouble, starting, start } = camera;
  useEffect(() => {
    if (video.current) video.current.srcObject = stream ?? null;
  }, [stream, video]);
  return (
    <div className="camera">
      {!trouble && (
        <div className="camera-picture" data-turn={turn} data-mirrored={mirrored || undefined}>
          <video ref={video} autoPlay muted playsInline aria-label={label} data-live={stream ? '' : undefined} />
          {stream && children}
          {starting && <p className="camera-quiet">{t('starting')}</p>}
        </div>
      )}
      {trouble && (
        <Alert
          role="alert"
          type="warning"
          showIcon
          title={t(`trouble.${trouble}`)}
          action={
            <Button size="small" onClick={() => start()}>
              {t('again')}
            </Button>
          }
        />
      )}
      <CameraChoice camera={camera} />
    </div>
  );
}

function CameraChoice({ camera: { devices, deviceId, start } }: { camera: Camera }) {
  const { t } = useTranslation('camera');
  if (devices.length < 2) return null;
  return (
    <Select
      aria-label={t('which')}
      value={deviceId ?? null}
      onChange={(id) => id !== null && start(id)}
      options={devices.map(({ id, name }, index) => ({ value: id, label: name || t('unnamed', { number: index + 1 }) }))}
    />
  );
}
