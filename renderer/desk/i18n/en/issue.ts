import type { SameShape } from '../same-shape.ts';
import type { issue as chinese } from '../zh/issue.ts';

export const issue: SameShape<typeof chinese> = {
  title: 'Make and issue cards',
  filter: 'Type a name, card number or tier to filter',
  count: '{{shown}} of {{all}}',
  none: 'No card waits to be issued or made. Recognised people without a card are listed here.',
  noHit: 'Nobody fits.',
  name: 'Name',
  tier: 'Tier',
  cardNumber: 'Card number',
  state: 'State',
  states: { 'to-issue': 'To be issued', 'to-make': 'To be made' },
  action: 'Action',
  issue: 'Issue card',
  print: 'Print both sides',
  certificate: 'Certificate',
  help: '↑↓ choose, Enter issues or prints',
};
