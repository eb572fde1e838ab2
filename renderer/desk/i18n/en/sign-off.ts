import type { SameShape } from '../same-shape.ts';
import type { signOff as chinese } from '../zh/sign-off.ts';

export const signOff: SameShape<typeof chinese> = {
  beside: 'The supervisor types this in person; the clerk looks away.',
  staffNumber: 'Supervisor’s staff number',
  pin: 'Supervisor’s PIN',
};
