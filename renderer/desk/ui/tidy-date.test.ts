import { describe, expect, test } from 'vitest';
import { tidyDate } from './tidy-date.ts';

describe('a date as it is typed', () => {
  test.each(['19900305', '1990.3.5', '1990/03/05', '1990 3 5', '1990年3月5日', '１９９００３０５', ' 1990-3-5 '])(
    '%s is mended, and said to be',
    (typed) => {
      expect(tidyDate(typed)).toEqual({ text: '1990-03-05', changes: ['date-form'] });
    },
  );

  test('a date that is written right is left alone', () => {
    expect(tidyDate('1990-03-05')).toEqual({ text: '1990-03-05', changes: [] });
  });

  test.each(['19900231', '1990-13-01', '长期', '', '1990305'])('%j is no date and stays as it was', (typed) => {
    expect(tidyDate(typed)).toEqual({ text: typed, changes: [] });
  });
});
