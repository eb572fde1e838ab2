import { oc } from '@orpc/contract';
import { z } from 'zod';
import { type RefusalCode, refusals } from '../domain/refusal.ts';
import type { Right } from '../domain/staff/staff.ts';

/** What the door knows of a call besides its schemas. */
export interface CallMeta {
  right: Right;
}

const base = oc.$meta<CallMeta>({ right: 'signed-in' });

/** The refusals a call may answer with, picked from the one table; those of the door itself come with every call. */
export function call<C extends RefusalCode>(right: Right, ...codes: C[]) {
  const door = [
    'bad-input',
    'signed-out',
    'session-locked',
    'not-allowed',
    'not-enrolled',
    'disk-full',
    'records-unavailable',
    'too-long-without-sync',
  ] as const;
  type All = C | (typeof door)[number];
  const errors = Object.fromEntries([...door, ...codes].map((code) => [code, { status: 400, data: refusals[code] }])) as {
    [K in All]: { status: number; data: (typeof refusals)[K] };
  };
  return base.meta({ right }).errors(errors);
}

/** What a call answers that has nothing to tell but that it is done. */
export const done = z.strictObject({});
