import type { SameShape } from '../same-shape.ts';
import type { handOn as chinese } from '../zh/hand-on.ts';

export const handOn: SameShape<typeof chinese> = {
  button: 'Hand on',
  title: 'Hand matters on',
  which: 'Which ones',
  scope: { one: 'This one: {{name}} {{number}}', mine: 'All {{count}} open ones of mine', listed: 'The {{count}} listed now' },
  to: 'To whom',
  note: 'A note (may stay empty)',
  confirm: 'Hand on',
  cancel: 'Leave it',
  done: '{{count}} handed on to {{name}}.',
  nobody: 'There is nobody else who could take them on.',
  toMe: '{{name}} handed you {{count}}, {{time}}',
  takeOn: 'Take on these {{count}}',
  goOn: 'Whoever is at the counter can go on with a matter that was handed on; the handler only says whose it is.',
};
