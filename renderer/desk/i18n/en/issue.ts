import type { SameShape } from '../same-shape.ts';
import type { issue as chinese } from '../zh/issue.ts';

export const issue: SameShape<typeof chinese> = {
  title: 'Make and issue cards',
  filter: 'Type a name, card number or tier to filter',
  count: '{{shown}} of {{all}}',
  none: 'No card waits to be issued, made or handed over. Recognised people without a card are listed here.',
  noHit: 'Nobody fits.',
  name: 'Name',
  tier: 'Tier',
  cardNumber: 'Card number',
  state: 'State',
  states: {
    'to-issue': 'To be issued',
    'to-make': 'To be made',
    'to-hand-over': 'To be handed over',
    uncollected: 'Not collected in time',
  },
  action: 'Action',
  issue: 'Issue card',
  print: 'Print both sides',
  handOver: 'Hand over',
  certificate: 'Certificate',
  help: '↑↓ choose, Enter issues, prints or hands over',
};
