import type { SameShape } from '../same-shape.ts';
import type { matters as chinese } from '../zh/matters.ts';

export const matters: SameShape<typeof chinese> = {
  title: 'Matters',
  reviewTitle: 'Review',
  reviewMeaning: 'Applications that a supervisor may grant directly by signing off.',
  reviewNoRight: 'Signing off needs a supervisor’s own staff number and PIN; open the matter and ask one to come over.',
  filter: 'Type a name, number or tier to filter',
  count: '{{shown}} of {{all}}',
  none: 'No recognition is waiting.',
  reviewNone: 'Nothing waits for a sign-off.',
  noHit: 'No matter fits.',
  number: 'Matter number',
  name: 'Name',
  team: 'Team',
  tier: 'Tier',
  receivedOn: 'Taken in on',
  status: 'State',
  statuses: { received: 'Taken in', granted: 'Recognised' },
  direct: 'may be direct',
  approval: 'needs approval',
  open: 'Open',
};
