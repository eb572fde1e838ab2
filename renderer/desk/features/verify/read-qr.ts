import decodeQr from 'qr/decode.js';

/** A card's code is forty-odd modules wide; more pixels than this make reading slower and no better. */
const longestSidePx = 1_000;
let canvas: OffscreenCanvas | undefined;

/** The text of a QR code in the picture that the camera shows now; undefined where there is none, or none that can be read. */
export function readQrFromVideo(video: HTMLVideoElement): string | undefined {
  const { videoWidth, videoHeight } = video;
  if (videoWidth === 0) return undefined;
  const shrink = Math.min(1, longestSidePx / Math.max(videoWidth, videoHeight));
  const [width, height] = [Math.round(videoWidth * shrink), Math.round(videoHeight * shrink)];
  if (canvas?.width !== width || canvas.height !== height) canvas = new OffscreenCanvas(width, height);
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) return undefined;
  pen.drawImage(video, 0, 0, width, height);
  try {
    return decodeQr({ width, height, data: pen.getImageData(0, 0, width, height).data });
  } catch {
    // No code in the picture, or half of one: the next look is a moment away.
    return undefined;
  }
}
