import type { InferContractRouterOutputs } from '@orpc/contract';
import { useQuery } from '@tanstack/react-query';
import type { deskContract } from '../../../../shared/contract/desk.ts';
import { idKind } from '../../../../shared/domain/talent/id-kind.ts';
import { deskQuery } from '../../app/desk-client.ts';
import type { RegistrationForm } from './form-state.ts';
import { settledText } from './registration-form.ts';

export type LikelyPerson = InferContractRouterOutputs<typeof deskContract>['talents']['likely'][number];

export interface Likely {
  /** Whether there is anything to look people up by. */
  asked: boolean;
  people: readonly LikelyPerson[] | undefined;
  error: unknown;
}

/** Who this may already be, looked up by what was left and holds. Numbers and names stay out of the cache once they are off the page. */
export function useLikely(form: RegistrationForm): Likely {
  const idNumber = settledText(form, 'document.number');
  const phone = settledText(form, 'contact.phone');
  const name = settledText(form, 'identity.name');
  const birthDate = settledText(form, 'identity.birthDate');
  const byName = name !== undefined && birthDate !== undefined;
  const asked = idNumber !== undefined || phone !== undefined || byName;
  const kind = idKind.safeParse(form.fields['document.kind']).data;
  const input = {
    ...(idNumber && { idNumber, ...(kind && { idKind: kind }) }),
    ...(phone && { phone }),
    ...(byName && { name, birthDate }),
  };
  const query = useQuery(deskQuery.talents.likely.queryOptions({ input, enabled: asked, gcTime: 0 }));
  return { asked, people: asked ? query.data : undefined, error: query.error };
}
