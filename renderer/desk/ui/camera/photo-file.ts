import { photoSize } from '../../../../shared/domain/evidence/evidence-item.ts';
import { type CropFrame, frameHeight } from './crop-frame.ts';

/** Why a file can't become a photo. */
export type PhotoFault = 'not-an-image' | 'too-big' | 'damaged';
export class PhotoError extends Error {
  override readonly name = 'PhotoError';
  readonly fault: PhotoFault;
  constructor(fault: PhotoFault) {
    super(`The file can't become a photo: ${fault}`);
    this.fault = fault;
  }
}

/** 64 MiB and a hundred million pixels: more than any camera of today gives, and what the memory still bears. */
const mostBytes = 64 * 1024 * 1024;
const mostPixels = 100_000_000;
/** The longest side that a picture is kept at while it is cropped. */
const workingSidePx = 2_400;
const mostPhotoBytes = 120 * 1024;

/**
 * A file as a picture to crop: upright by what the camera wrote into it, and made smaller by the browser while it is decoded, off the
 * page's own thread. Throws PhotoError.
 */
export async function readPicture(file: Blob): Promise<ImageBitmap> {
  if (file.size > mostBytes) throw new PhotoError('too-big');
  if (!isPicture(new Uint8Array(await file.slice(0, 16).arrayBuffer()))) throw new PhotoError('not-an-image');
  const { width, height } = await pictureSize(file);
  if (width * height > mostPixels) throw new PhotoError('too-big');
  const shrink = Math.min(1, workingSidePx / Math.max(width, height));
  try {
    return await createImageBitmap(file, {
      imageOrientation: 'from-image',
      ...(shrink < 1 && {
        resizeWidth: Math.round(width * shrink),
        resizeHeight: Math.round(height * shrink),
        resizeQuality: 'medium' as const,
      }),
    });
  } catch {
    throw new PhotoError('damaged');
  }
}

/** JPEG, PNG or WebP by the first bytes, whatever the file is called. */
export function isPicture(head: Uint8Array): boolean {
  const text = String.fromCharCode(...head.subarray(0, 12));
  return text.startsWith('\u00ff\u00d8\u00ff') || text.startsWith('\u0089PNG\r\n\u001a\n') || /^RIFF.{4}WEBP$/s.test(text);
}

/** The size as it is shown, read from the head of the file; nothing is decoded for it. */
async function pictureSize(file: Blob): Promise<{ width: number; height: number }> {
  const address = URL.createObjectURL(file);
  try {
    const image = new Image();
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    image.onload = () => resolve();
    image.onerror = () => reject(new PhotoError('damaged'));
    image.src = address;
    await promise;
    return { width: image.naturalWidth, height: image.naturalHeight };
  } finally {
    URL.revokeObjectURL(address);
  }
}

/** The photo: what is in the frame, as a JPEG of exactly 358 × 441 and at most 120 KB. Drawn anew, so nothing a camera wrote is in it. */
export async function cutPhoto(picture: ImageBitmap, frame: CropFrame): Promise<File> {
  const { widthPx, heightPx } = photoSize;
  const canvas = new OffscreenCanvas(widthPx, heightPx);
  const pen = canvas.getContext('2d');
  if (!pen) throw new PhotoError('damaged');
  // What is see-through in a PNG is paper.
  pen.fillStyle = '#fff';
  pen.fillRect(0, 0, widthPx, heightPx);
  pen.imageSmoothingQuality = 'high';
  pen.drawImage(picture, frame.x, frame.y, frame.width, frameHeight(frame), 0, 0, widthPx, heightPx);
  for (let quality = 0.92; ; quality -= 0.08) {
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality });
    if (jpeg.size <= mostPhotoBytes || quality < 0.2) return new File([jpeg], 'photo.jpg', { type: 'image/jpeg' });
  }
}
