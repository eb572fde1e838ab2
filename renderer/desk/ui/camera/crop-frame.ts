import { photoSize } from '../../../../shared/domain/evidence/evidence-item.ts';

export interface PictureSize {
  width: number;
  height: number;
}

/** What of the picture becomes the photo, in the picture's pixels. Its height follows from its width: 358 to 441. */
export interface CropFrame {
  x: number;
  y: number;
  width: number;
}

const ratio = photoSize.heightPx / photoSize.widthPx;
/** A frame this small would be a blur whatever the picture. */
const smallestWidth = 60;

export const frameHeight = ({ width }: CropFrame): number => width * ratio;

/** The largest frame that the picture holds, in its middle. */
export function wholeFrame(picture: PictureSize): CropFrame {
  const width = Math.min(picture.width, picture.height / ratio);
  return { x: (picture.width - width) / 2, y: (picture.height - width * ratio) / 2, width };
}

/** Moves the frame by so many pixels of the picture; it never leaves the picture. */
export function moveFrame(frame: CropFrame, by: { x: number; y: number }, picture: PictureSize): CropFrame {
  return {
    ...frame,
    x: within(frame.x + by.x, picture.width - frame.width),
    y: within(frame.y + by.y, picture.height - frameHeight(frame)),
  };
}

/** Makes the frame `factor` times as wide around its own middle, as far as the picture allows. */
export function zoomFrame(frame: CropFrame, factor: number, picture: PictureSize): CropFrame {
  const largest = wholeFrame(picture).width;
  const width = Math.min(largest, Math.max(Math.min(smallestWidth, largest), frame.width * factor));
  const grown = { width, x: frame.x - (width - frame.width) / 2, y: frame.y - ((width - frame.width) * ratio) / 2 };
  return moveFrame(grown, { x: 0, y: 0 }, picture);
}

/** Whether the photo would have to be blown up: fewer pixels in the frame than the photo has. */
export const isTooSmall = (frame: CropFrame): boolean => Math.round(frame.width) < photoSize.widthPx;

const within = (value: number, most: number): number => Math.min(Math.max(0, value), Math.max(0, most));
