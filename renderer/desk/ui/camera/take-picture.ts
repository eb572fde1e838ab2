import type { Turn } from './camera-picture.tsx';

const scanQuality = 0.88;

/** What the camera sees at this moment, as a picture to crop. */
export function takeStill(video: HTMLVideoElement): Promise<ImageBitmap> {
  return createImageBitmap(video);
}

/** What the camera sees at this moment, turned upright, as a JPEG of the camera's own size. */
export async function takeScan(video: HTMLVideoElement, turn: Turn): Promise<File> {
  const { videoWidth: width, videoHeight: height } = video;
  const lying = turn === 90 || turn === 270;
  const canvas = new OffscreenCanvas(lying ? height : width, lying ? width : height);
  const pen = canvas.getContext('2d');
  if (!pen) throw new Error('no canvas to draw on');
  pen.translate(canvas.width / 2, canvas.height / 2);
  pen.rotate((turn * Math.PI) / 180);
  pen.drawImage(video, -width / 2, -height / 2);
  const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: scanQuality });
  return new File([jpeg], 'scan.jpg', { type: 'image/jpeg' });
}
