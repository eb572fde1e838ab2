import type { SameShape } from '../same-shape.ts';
import type { signOff as chinese } from '../zh/sign-off.ts';

export const signOff: SameShape<typeof chinese> = {
  beside: 'The supervisor types this in person; the clerk looks away.',
  signs: 'You sign: {{what}}',
  what: {
    recognition: 'a direct grant: {{name}} as “{{tier}}”, matter {{number}}',
    card: '“{{act}}” of {{name}}’s card {{number}}',
    date: 'that today is {{today}}',
    number: 'number {{number}}, as the image “{{image}}” shows it',
    ledger: '{{count}} rows of the ledger “{{name}}”, its columns and words understood as now',
    correction: 'correcting {{fields}} of {{name}}, by the attached image of the document',
    answer: 'answer to the data request of {{name}} ({{kind}}): {{decision}}',
    pin: 'a new PIN for {{name}} ({{number}}), which they type themselves',
  },
  staffNumber: 'Supervisor’s staff number',
  pin: 'Supervisor’s PIN',
  witness: {
    beside: 'A supervisor or another administrator stands by; neither who is signed in, nor whose PIN it is.',
    staffNumber: 'Witness’s staff number',
    pin: 'Witness’s PIN',
  },
};
