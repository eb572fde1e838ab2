import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import type { PersonId, RequestId, Sha256Hex } from '../../../../shared/domain/ids.ts';
import type { CorrectedField } from '../../../../shared/domain/talent/correction.ts';
import { desk } from '../../app/desk-client.ts';
import { toTrouble } from '../../ui/trouble.ts';
import { useAct } from '../../ui/use-act.ts';

/** What each field is to be; null: it is to be emptied. */
export type Typed = Partial<Record<CorrectedField, string | null>>;

/** A correction being typed; where it needs a second person, `signing` until they have signed. */
export function useCorrecting(view: PersonView, requestId: RequestId | undefined) {
  const [typed, setTyped] = useState<Typed>({});
  const [acceptNumber, setAcceptNumber] = useState(false);
  const [told, setTold] = useState(false);
  const [asked, setAsked] = useState(false);
  const [signing, setSigning] = useState(false);
  const [alike, setAlike] = useState<PersonId[]>([]);
  const leave = useLeave(view.id, requestId);
  const fields = filled(typed);
  const correct = (proof?: { ticket: string; image: Sha256Hex }) =>
    desk.corrections.correct({
      personId: view.id,
      fields,
      ...(proof && { proof }),
      ...(acceptNumber && { acceptNumber }),
      ...(told && { toldFrom: alike }),
      ...(requestId && { requestId }),
    });
  const act = useAct({
    mutationFn: () => correct(),
    onSuccess: leave,
    onError: (error) => {
      const trouble = toTrouble(error);
      if (trouble.kind !== 'refusal') return;
      // Everything else is in order: now the second person is asked for.
      if (trouble.code === 'sign-off-needed') setSigning(true);
      if (trouble.code === 'alike-undecided') setAlike(trouble.details.people.map(({ personId }) => personId as PersonId));
    },
  });
  const submit = () => {
    setAsked(true);
    if (Object.keys(fields).length > 0) act.begin();
  };
  const type = (field: CorrectedField, value: string | null) => setTyped((before) => ({ ...before, [field]: value }));
  const isAsking = act.error && codeOf(act.error) === 'sign-off-needed';
  const choices = { acceptNumber, setAcceptNumber, told, setTold, signing, setSigning };
  const error = isAsking ? null : act.error;
  return { ...choices, typed, type, fields, asked, pending: act.pending, error, alike, correct, leave, submit };
}

/** Back to the request that it answers, or to the person. */
function useLeave(personId: PersonId, requestId: RequestId | undefined): () => Promise<void> {
  const navigate = useNavigate();
  const queries = useQueryClient();
  return async () => {
    await queries.invalidateQueries();
    await navigate({ to: requestId ? '/requests/$personId' : '/person/$personId', params: { personId } });
  };
}

/** What is sent: a field that nobody touched isn't. */
function filled(typed: Typed): Partial<Record<CorrectedField, string>> {
  const entries = Object.entries(typed).map(([field, value]) => [field, value === null ? null : value.trim()] as const);
  return Object.fromEntries(entries.filter(([, value]) => value !== '').map(([field, value]) => [field, value ?? '']));
}

function codeOf(error: unknown): string | undefined {
  const trouble = toTrouble(error);
  return trouble.kind === 'refusal' ? trouble.code : undefined;
}

/** Why fields were refused, by their path. */
export function problemsOf(error: unknown): Partial<Record<string, string>> {
  if (!error) return {};
  const trouble = toTrouble(error);
  if (trouble.kind !== 'refusal' || trouble.code !== 'field-refused') return {};
  return Object.fromEntries(trouble.details.fields.map(({ path, code }) => [path, code]));
}
