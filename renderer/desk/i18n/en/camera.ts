import type { SameShape } from '../same-shape.ts';
import type { camera as chinese } from '../zh/camera.ts';

export const camera: SameShape<typeof chinese> = {
  close: 'Close',
  take: 'Take',
  retake: 'Take again',
  use: 'Use this one',
  again: 'Try again',
  starting: 'Opening the camera…',
  which: 'Camera',
  unnamed: 'Camera {{number}}',
  trouble: {
    'no-camera': 'No camera was found. Connect one and try again.',
    refused: 'The system does not allow the camera. Allow this program in its privacy settings and try again.',
    'in-use': 'The camera can’t be opened; another program may have it. Close that program and try again.',
    unplugged: 'The camera was disconnected. Connect it again and try again.',
  },
  scan: { title: 'Take a paper', live: 'Camera picture, for the paper', turn: 'Turn 90°' },
  photo: {
    title: 'Photo',
    live: 'Camera picture, for the person',
    byCamera: 'By camera',
    byFile: 'Choose a photo',
    remove: 'Remove',
    none: 'No photo yet',
    reading: 'Opening the photo…',
    storing: 'Storing…',
    frame: 'Frame of the photo',
    keys: 'Drag the frame, or use arrows; + and − change its size. The photo is 358×441.',
    tooSmall: 'There are too few pixels in the frame; the photo would be blurred. Enlarge the frame or take a sharper picture.',
    fault: {
      'not-an-image': 'This file is no photo (JPEG, PNG or WebP). Choose another.',
      'too-big': 'This photo is too large. Choose one below 64 MB.',
      damaged: 'This photo can’t be opened; the file may be damaged. Choose another.',
    },
  },
  verify: {
    open: 'Verify by camera',
    close: 'Close the camera',
    live: 'Camera picture, for the QR code of a card or certificate',
    hint: 'Hold the QR code into the middle of the picture; the next one may follow at once.',
  },
};
