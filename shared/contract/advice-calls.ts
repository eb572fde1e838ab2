import { z } from 'zod';
import { askedAdvice } from '../domain/advice/advice.ts';
import { adviceId } from '../domain/ids.ts';
import { call } from './desk-call.ts';

/** 咨询: what somebody is told at the counter, without an ID number. */
export const adviceCalls = {
  /** The page names the consultation, so that the same one asked for twice is kept once. */
  give: call('advice.give', 'field-refused', 'date-questionable', 'disk-full', 'records-unavailable')
    .input(askedAdvice.extend({ adviceId }))
    .output(z.strictObject({ adviceId })),
};
