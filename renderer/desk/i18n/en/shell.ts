import type { SameShape } from '../same-shape.ts';
import type { shell as chinese } from '../zh/shell.ts';

export const shell: SameShape<typeof chinese> = {
  nav: {
    label: 'Main',
    home: 'Home',
    register: 'Register',
    matters: 'Matters',
    issue: 'Issue',
    review: 'Review',
    verify: 'Verify',
  },
};
