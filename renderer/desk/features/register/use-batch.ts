import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { BatchView } from '../../../../shared/contract/batch-calls.ts';
import type { BatchId } from '../../../../shared/domain/ids.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { useAct } from '../../ui/use-act.ts';
import { toBatchFacts } from './batch-fields.ts';
import { fillField } from './fill-fields.ts';
import type { RegistrationForm } from './form-state.ts';
import { useThisRegistration } from './use-registration.ts';

/** The hand-in that this registration belongs to, with everybody taken in so far. */
export function useBatchView(): { view: BatchView | undefined; error: Error | null } {
  const { form } = useThisRegistration();
  const batchId = form.fields.batch as BatchId;
  const options = deskQuery.batches.get.queryOptions({ input: { batchId }, enabled: batchId !== ('' as BatchId) });
  const { data, error } = useQuery(options);
  return { view: data, error };
}

/** Opens a hand-in from this registration's employer and applicant, goes on with an open one, or ends it. */
export function useBatchActs() {
  const { form, setForm } = useThisRegistration();
  const queries = useQueryClient();
  const belong = (batchId: string) => setForm((now) => ({ ...now, fields: { ...now.fields, batch: batchId } }));
  const open = useAct({
    mutationFn: async (expected: number | undefined) => {
      const facts = toBatchFacts(form.fields, expected);
      return facts && desk.batches.open(facts);
    },
    onSuccess: (opened) => {
      if (opened) belong(opened.batchId);
      return queries.invalidateQueries({ queryKey: deskQuery.batches.key() });
    },
  });
  const goOn = useAct({
    mutationFn: (batchId: BatchId) => desk.batches.get({ batchId }),
    onSuccess: (view) => {
      belong(view.id);
      setForm((now) => fillFromBatch(now, view));
    },
  });
  const close = useAct({
    mutationFn: (batchId: BatchId) => desk.batches.close({ batchId }),
    onSuccess: () => queries.invalidateQueries({ queryKey: deskQuery.batches.key() }),
  });
  return { open, goOn, close, leave: () => belong('') };
}

/** Employer and agent of a hand-in; the agent's number is masked by now, so that is asked for again. */
function fillFromBatch(form: RegistrationForm, { employer, agent, authorisation }: BatchView): RegistrationForm {
  const fillings = [
    ['employment.employerName', employer.name],
    ['employment.uscc', employer.uscc],
    ['intake.applicant.role', 'employer'],
    ['intake.applicant.name', agent.name],
    ['intake.applicant.document.kind', agent.idKind],
    ['intake.applicant.authorisation.scope', authorisation.scope],
    ['intake.applicant.authorisation.expiresOn', authorisation.expiresOn ?? ''],
  ] as const;
  return fillings.reduce((now, [name, text]) => (text ? fillField(now, { name, text, filled: 'derived' }) : now), form);
}
