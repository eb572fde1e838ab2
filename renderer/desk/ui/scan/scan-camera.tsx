import { RedoOutlined } from '@ant-design/icons';
import { Button, Flex, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { CameraPicture, type Turn } from '../camera/camera-picture.tsx';
import { takeScan } from '../camera/take-picture.ts';
import { useCamera } from '../camera/use-camera.ts';
import { useReturnFocus } from '../use-return-focus.ts';
import './scan.css';

export interface ScanCameraProps {
  onTaken(file: File): void;
  onClose(): void;
}

const turns: readonly Turn[] = [0, 90, 180, 270];

/** A paper held before the camera: turned upright, taken by one key, and it is a scan like any other. */
export function ScanCamera({ onTaken, onClose }: ScanCameraProps) {
  const { t } = useTranslation('camera');
  const camera = useCamera();
  const video = useRef<HTMLVideoElement>(null);
  const [turn, setTurn] = useState<Turn>(0);
  const { start } = camera;
  useEffect(() => void start(), [start]);
  useReturnFocus();
  const take = async () => {
    if (video.current && camera.stream) onTaken(await takeScan(video.current, turn));
  };
  const turnOn = () => setTurn((now) => turns[(turns.indexOf(now) + 1) % turns.length] ?? 0);
  return (
    <Modal
      open
      title={t('scan.title')}
      onCancel={onClose}
      footer={null}
      width={900}
      style={{ top: 24 }}
      closable={{ 'aria-label': t('close') }}
    >
      <CameraPicture camera={camera} video={video} label={t('scan.live')} turn={turn} />
      <Flex gap={12} justify="end" style={{ marginTop: 12 }}>
        <Button icon={<RedoOutlined aria-hidden="true" />} onClick={turnOn}>
          {t('scan.turn')}
        </Button>
        <Button autoFocus type="primary" size="large" disabled={!camera.stream} onClick={() => void take()}>
          {t('take')}
        </Button>
      </Flex>
    </Modal>
  );
}
