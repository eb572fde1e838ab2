import type { SameShape } from '../same-shape.ts';
import type { scan as chinese } from '../zh/scan.ts';

export const scan: SameShape<typeof chinese> = {
  drop: 'Drop a file (PDF, JPEG, PNG) here, or',
  pick: 'Choose a file',
  replace: 'Another file',
  byCamera: 'By camera',
  view: 'View',
  uploading: 'Storing {{name}}…',
  facts: 'Pages: {{pages}} · {{size}}',
  oneFile: 'One file at a time.',
  close: 'Close',
  loading: 'Opening…',
  notDrawn: 'This file can’t be drawn; compare with the original.',
  pageBefore: 'Previous page',
  pageAfter: 'Next page',
  pageOf: 'Page {{page}} of {{pages}}',
  picture: '{{name}}, page {{page}}',
  room: 'Scan',
};
