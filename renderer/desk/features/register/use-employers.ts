import type { InferContractRouterOutputs } from '@orpc/contract';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { deskContract } from '../../../../shared/contract/desk.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';

export type KnownEmployer = InferContractRouterOutputs<typeof deskContract>['talents']['employers'][number];

const shortest = 2;
const pauseMs = 120;

/** Employers known from earlier registrations, for what is being typed; asked after a short pause. */
export function useEmployers(text: string): readonly KnownEmployer[] {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const timer = window.setTimeout(() => setAsked(text.trim().slice(0, 100)), pauseMs);
    return () => window.clearTimeout(timer);
  }, [text]);
  const enabled = asked.length >= shortest;
  const options = deskQuery.talents.employers.queryOptions({
    input: { text: asked },
    enabled,
    placeholderData: keepPreviousData,
  });
  const { data } = useQuery(options);
  return enabled ? (data ?? []) : [];
}

/** The employer that has this code, if it was ever registered. A look-up that fails only saves no typing. */
export async function findEmployer(uscc: string): Promise<KnownEmployer | undefined> {
  const found = await desk.talents.employers({ text: uscc }).catch(() => []);
  return found.find((employer) => employer.uscc === uscc);
}
