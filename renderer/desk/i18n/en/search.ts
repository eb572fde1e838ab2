import type { SameShape } from '../same-shape.ts';
import type { search as chinese } from '../zh/search.ts';

export const search: SameShape<typeof chinese> = {
  label: 'Find a person',
  placeholder: 'Name / pinyin / end of ID number / phone / card / scan',
  none: 'Nobody found. Press F3 to register somebody new.',
  reason: {
    name: 'name',
    pinyin: 'pinyin',
    'id-number': 'ID number',
    phone: 'phone',
    employer: 'employer',
    'card-number': 'card',
  },
};
