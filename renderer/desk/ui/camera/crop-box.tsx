import { type KeyboardEvent, type PointerEvent, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type CropFrame, frameHeight, moveFrame, zoomFrame } from './crop-frame.ts';

export interface CropBoxProps {
  picture: ImageBitmap;
  frame: CropFrame;
  onFrame(frame: CropFrame): void;
}

/** On the screen; the picture keeps its own shape inside. */
const [widthPx, heightPx] = [640, 420];
const zoomStep = 1.06;
const arrows: Readonly<Record<string, [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The picture with the frame of the photo over it: dragged, or moved by arrows; the wheel, + and − make it smaller or larger. */
export function CropBox({ picture, frame, onFrame }: CropBoxProps) {
  const { t } = useTranslation('camera');
  const canvas = useRef<HTMLCanvasElement>(null);
  const dragged = useRef<{ x: number; y: number } | undefined>(undefined);
  const scale = Math.min(widthPx / picture.width, heightPx / picture.height);
  useEffect(() => {
    const pen = canvas.current?.getContext('2d');
    pen?.drawImage(picture, 0, 0, picture.width * scale, picture.height * scale);
  }, [picture, scale]);
  const move = (x: number, y: number) => onFrame(moveFrame(frame, { x: x / scale, y: y / scale }, picture));
  const onKeyDown = (event: KeyboardEvent) => {
    const arrow = arrows[event.key];
    const step = event.shiftKey ? 2 : 12;
    if (arrow) move(arrow[0] * step, arrow[1] * step);
    else if (event.key === '+' || event.key === '=') onFrame(zoomFrame(frame, 1 / zoomStep, picture));
    else if (event.key === '-') onFrame(zoomFrame(frame, zoomStep, picture));
    else return;
    event.preventDefault();
  };
  const onPointerMove = ({ clientX: x, clientY: y, buttons }: PointerEvent) => {
    if (dragged.current && buttons > 0) move(x - dragged.current.x, y - dragged.current.y);
    dragged.current = { x, y };
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: no element of HTML's is a frame over a picture
    <div
      className="crop"
      role="group"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: arrows move the frame
      tabIndex={0}
      aria-label={t('photo.frame')}
      onKeyDown={onKeyDown}
      onPointerDown={({ currentTarget, pointerId, clientX: x, clientY: y }) => {
        currentTarget.setPointerCapture(pointerId);
        dragged.current = { x, y };
      }}
      onPointerMove={onPointerMove}
      onPointerUp={() => {
        dragged.current = undefined;
      }}
      onWheel={({ deltaY }) => onFrame(zoomFrame(frame, deltaY > 0 ? zoomStep : 1 / zoomStep, picture))}
      ref={(box) => {
        if (box && document.activeElement === document.body) box.focus();
      }}
      style={{ width: picture.width * scale, height: picture.height * scale }}
    >
      <canvas ref={canvas} width={picture.width * scale} height={picture.height * scale} />
      <div
        className="crop-frame"
        style={{
          left: frame.x * scale,
          top: frame.y * scale,
          width: frame.width * scale,
          height: frameHeight(frame) * scale,
        }}
      >
        <HeadOutline />
      </div>
    </div>
  );
}

/** Where head and shoulders belong: a guide, never part of the photo. */
export function HeadOutline() {
  return (
    <svg className="head-outline" viewBox="0 0 358 441" aria-hidden="true">
      <ellipse cx="179" cy="190" rx="104" ry="136" />
      <path d="M 20 441 C 30 372 96 352 179 352 C 262 352 328 372 338 441" />
    </svg>
  );
}
