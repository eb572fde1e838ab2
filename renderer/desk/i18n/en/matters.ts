import type { SameShape } from '../same-shape.ts';
import type { matters as chinese } from '../zh/matters.ts';

export const matters: SameShape<typeof chinese> = {
  title: 'Matters',
  filter: 'Type a name, number or tier to filter',
  count: '{{shown}} of {{all}}',
  none: 'No recognition is waiting. Find the person with F2, or register with F3, then take in an application.',
  noHit: 'No matter fits.',
  help: '↑↓ choose, Enter opens',
  number: 'Matter number',
  name: 'Name',
  team: 'Team',
  tier: 'Tier',
  receivedOn: 'Taken in on',
  status: 'State',
  statuses: { received: 'Taken in', granted: 'Recognised' },
  next: 'Next step',
  direct: 'may be direct',
  approval: 'needs approval',
  open: 'Open',
  action: 'Action',
  look: 'Look',
};
