import { photoSize } from '../../shared/domain/evidence/evidence-item.ts';

/** A portrait of 358 × 441 pixels is a third of this at the best quality that anybody sees. */
const maxPhotoBytes = 500 * 1024;
/** ITU-T T.81, table B.1: start-of-frame markers of baseline, extended and progressive Huffman coding. */
const framesOfPhotos = [0xc0, 0xc1, 0xc2];
/** Markers that stand alone, without a length. */
const isAlone = (marker: number) => marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7);

/** Whether these bytes are a JPEG of exactly the portrait's size, by its own frame header and its end. */
export function isPortrait(bytes: Uint8Array): boolean {
  if (bytes.length > maxPhotoBytes) return false;
  const size = readJpegSize(bytes);
  return size?.widthPx === photoSize.widthPx && size.heightPx === photoSize.heightPx;
}

/** Width and height of a whole JPEG (ITU-T T.81, B.2.2); undefined for anything else. */
export function readJpegSize(bytes: Uint8Array): { widthPx: number; heightPx: number } | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  if (bytes.length < 4 || view.getUint16(0) !== 0xffd8 || view.getUint16(bytes.length - 2) !== 0xffd9) return undefined;
  for (let at = 2; at + 9 < bytes.length; ) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    if (framesOfPhotos.includes(marker)) return { heightPx: view.getUint16(at + 5), widthPx: view.getUint16(at + 7) };
    // Fill bytes may come before a marker; the scan itself only after the frame.
    if (marker === 0xff) at += 1;
    else if (isAlone(marker)) at += 2;
    else if (marker === 0xda || marker === 0xd9) return undefined;
    else at += 2 + view.getUint16(at + 2);
  }
  return undefined;
}
