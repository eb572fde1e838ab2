import type { SameShape } from '../same-shape.ts';
import type { review as chinese } from '../zh/review.ts';

export const review: SameShape<typeof chinese> = {
  title: 'Review',
  clerk: 'A supervisor here: open the matter and ask for the sign-off. None here: leave it for review in that dialog.',
  supervisor: 'Nobody decides what they took in or left; a sign-off at the counter takes somebody who isn’t signed in.',
  looker: 'Your post lets you look, not sign off or enter.',
  which: 'What is waited for',
  asked: 'Left for review {{count}}',
  all: 'Recognitions {{count}}',
  signOff: 'Sign-off {{count}}',
  approval: 'Approval {{count}}',
  supplement: 'Supplements {{count}}',
  filter: 'Type a name, number or tier to filter',
  none: 'Nothing waits for review. Applications that wait for a sign-off or an approval are listed here.',
  noHit: 'No matter fits.',
  help: '↑↓ choose, Enter opens',
  waitsFor: 'Waits for',
  waits: { 'sign-off': 'A second person’s sign-off', approval: 'The approving body', supplement: 'Supplements, by {{date}}' },
  receivedOn: 'Taken in on',
  name: 'Name',
  number: 'Matter number',
  tier: 'Team and tier',
  act: { 'sign-off': 'Sign off', approval: 'Enter approval', supplement: 'Take supplements' },
  action: 'Action',
  look: 'Look',
};
