import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { DraftId, PersonId } from '../../../../shared/domain/ids.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import type { PersonFacts } from '../../../../shared/domain/talent/person.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { useSession } from '../../app/session.ts';
import { focusFirstProblem } from '../../ui/focus-problem.ts';
import { storesUnderWay } from '../../ui/scan/stores-under-way.ts';
import { findRefusal, refusedFields } from '../../ui/trouble.ts';
import type { RegistrationForm } from './form-state.ts';
import { toPersonFacts } from './person-facts.ts';
import { textOf } from './registration-fields.ts';
import { acceptAll, problemsOf, refuseFields, unconfirmed } from './registration-form.ts';
import { useAfterAccept } from './use-after-accept.ts';
import type { AlikeDecisions } from './use-alike-decisions.ts';
import type { DraftSaving } from './use-draft-saving.ts';
import type { Notice } from './use-notice.ts';
import type { Override } from './use-override.ts';

export interface AcceptOptions {
  draftId: DraftId;
  form: RegistrationForm;
  setForm: (form: RegistrationForm) => void;
  today: PlainDate;
  /** Whether somebody is known to have this ID number already. */
  isTaken: boolean;
  saver: DraftSaving['saver'];
  page: RefObject<HTMLElement | null>;
  notice: Notice;
  override: Override;
  alike: AlikeDecisions;
}

export interface Accept {
  accept: () => void;
  sending: boolean;
  error: unknown;
  /** Fields that accepting itself has just filled: nobody has seen them yet, so it stopped. */
  toLook: number;
  /** Alike people nobody has decided about yet: it stopped for them. */
  toDecide: number;
  /** Who the program says has the number that was sent. */
  takenBy: { number: string; personId: PersonId } | undefined;
}

type Said = Pick<Accept, 'error' | 'toLook' | 'toDecide' | 'takenBy'>;
const nothingYet: Said = { error: undefined, toLook: 0, toDecide: 0, takenBy: undefined };

/** Checks everything once more, registers once however often the key is pressed, and goes to the person's page. */
export function useAccept(options: AcceptOptions): Accept {
  const { form, today, isTaken, notice, alike } = options;
  const session = useSession();
  const { busy, sending, result, show, send } = useSending(options);
  const accept = () => {
    if (busy.current || storesUnderWay() > 0) return;
    const checked = acceptAll(form, today);
    const reading = toPersonFacts(checked.fields, { staffId: session.staff?.id, purposes: notice.purposes });
    // What the schema says goes beside its field only where the page's own checks, which know more, found nothing.
    const fine = Object.keys(problemsOf(checked)).length === 0 && Object.keys(notice.problems).length === 0;
    const next = reading.ok || !fine ? checked : refuseFields(checked, reading.codes as Record<string, string>);
    const toLook = unconfirmed(next).filter((name) => textOf(form.fields, name) === '').length;
    const toDecide = reading.ok && fine ? alike.waiting.length : 0;
    show(next, { ...nothingYet, toLook, toDecide });
    if (toDecide > 0) document.querySelector<HTMLElement>('[data-decides]')?.focus();
    if (reading.ok && fine && toLook === 0 && toDecide === 0 && !isTaken) void send(next, reading.facts);
  };
  return { accept, sending, ...result };
}

/** One call at a time, and what it said. */
function useSending({ draftId, setForm, saver, page, override, alike }: AcceptOptions) {
  const navigate = useNavigate();
  const queries = useQueryClient();
  const after = useAfterAccept();
  const busy = useRef(false);
  const [sending, setSending] = useState(false);
  const [result, setResult] = useState<Said>(nothingYet);

  const show = (next: RegistrationForm, said: Said) => {
    flushSync(() => {
      setForm(next);
      setResult(said);
      setSending(false);
    });
    if (page.current) focusFirstProblem(page.current);
  };

  const refuse = (checked: RegistrationForm, error: unknown) => {
    busy.current = false;
    saver.reopen();
    const personId = findRefusal(error, 'already-registered')?.personId as PersonId | undefined;
    const takenBy = personId && { number: checked.fields['document.number'], personId };
    show(refuseFields(checked, refusedFields(error)), { ...nothingYet, error, takenBy });
    if (findRefusal(error, 'sign-off-needed') || findRefusal(error, 'second-person-needed')) override.withdraw();
    // Somebody alike came while this was filled in: the side shows them now.
    if (findRefusal(error, 'alike-undecided')) void queries.invalidateQueries({ queryKey: deskQuery.talents.likely.key() });
  };

  const send = async (checked: RegistrationForm, facts: PersonFacts) => {
    busy.current = true;
    setSending(true);
    // A draft that is still on its way would come back to life after the registration removed it.
    await saver.close();
    const toldFrom = [...alike.toSend];
    const signed = override.toSend;
    try {
      const { personId } = await desk.talents.register({
        facts,
        draftId,
        ...(signed && { override: signed }),
        ...(toldFrom.length > 0 && { toldFrom }),
      });
      if (!(await after(checked))) await navigate({ to: '/person/$personId', params: { personId }, replace: true });
    } catch (error) {
      refuse(checked, error);
    }
  };
  return { busy, sending, result, show, send };
}
