import { z } from 'zod';
import { numberBlock, numberSeries } from '../domain/counter/counter.ts';
import { call, done } from './desk-call.ts';

/** The runs of numbers that this counter may give. */
export const numberCalls = {
  /** `frozen`: of a device whose backup was restored here; none of it is left. Of this year and the next, in the order of series, year and serial. */
  blocks: call('settings.change').output(z.array(numberBlock.extend({ left: z.int(), frozen: z.literal(true).optional() }))),
  grant: call('settings.change', 'field-refused', 'date-questionable', 'disk-full', 'records-unavailable')
    .input(z.strictObject({ series: numberSeries, year: z.int(), first: z.string().max(20), count: z.string().max(20) }))
    .output(done),
};
