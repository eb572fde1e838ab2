import { useNavigate } from '@tanstack/react-router';
import { type RefObject, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { DraftId, PersonId } from '../../../../shared/domain/ids.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { noticeOf } from '../../../../shared/domain/policy/notice.ts';
import type { PersonFacts } from '../../../../shared/domain/talent/person.ts';
import { desk } from '../../app/desk-client.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { focusFirstProblem } from '../../ui/focus-problem.ts';
import { findRefusal, refusedFields } from '../../ui/trouble.ts';
import { toPersonFacts } from './person-facts.ts';
import { acceptAll, problemsOf, type RegistrationForm, refuseFields, unconfirmed } from './registration-form.ts';
import type { DraftSaving } from './use-draft-saving.ts';

export interface AcceptOptions {
  draftId: DraftId;
  form: RegistrationForm;
  setForm: (form: RegistrationForm) => void;
  today: PlainDate;
  /** Whether somebody is known to have this ID number already. */
  isTaken: boolean;
  saver: DraftSaving['saver'];
  page: RefObject<HTMLElement | null>;
}

export interface Accept {
  accept: () => void;
  sending: boolean;
  error: unknown;
  /** Fields that accepting itself has just filled: nobody has seen them yet, so it stopped. */
  toLook: number;
  /** Who the program says has the number that was sent. */
  takenBy: { number: string; personId: PersonId } | undefined;
}

/** Checks everything once more, registers once however often the key is pressed, and goes to the person's page. */
export function useAccept({ draftId, form, setForm, today, isTaken, saver, page }: AcceptOptions): Accept {
  const navigate = useNavigate();
  const { pack } = usePolicy();
  const busy = useRef(false);
  const [sending, setSending] = useState(false);
  const [result, setResult] = useState<Pick<Accept, 'error' | 'toLook' | 'takenBy'>>(nothingYet);

  const show = (next: RegistrationForm, said: typeof result) => {
    flushSync(() => {
      setForm(next);
      setResult(said);
      setSending(false);
    });
    if (page.current) focusFirstProblem(page.current);
  };

  const send = async (checked: RegistrationForm, facts: PersonFacts) => {
    busy.current = true;
    setSending(true);
    // A draft that is still on its way would come back to life after the registration removed it.
    await saver.close();
    try {
      const { personId } = await desk.talents.register({ facts, draftId });
      await navigate({ to: '/person/$personId', params: { personId }, replace: true });
    } catch (error) {
      busy.current = false;
      saver.reopen();
      const personId = findRefusal(error, 'already-registered')?.personId as PersonId | undefined;
      const takenBy = personId && { number: facts.document.number, personId };
      show(refuseFields(checked, refusedFields(error)), { error, toLook: 0, takenBy });
    }
  };

  const accept = () => {
    if (busy.current) return;
    const checked = acceptAll(form, today);
    const reading = toPersonFacts(checked.fields);
    // What the schema says goes beside its field only where the page's own checks, which know more, found nothing.
    const fine = Object.keys(problemsOf(checked)).length === 0;
    const next = reading.ok || !fine ? checked : refuseFields(checked, reading.codes);
    const toLook = unconfirmed(next).filter((name) => form.fields[name] === '').length;
    show(next, { ...nothingYet, toLook });
    if (reading.ok && fine && toLook === 0 && !isTaken && pack) {
      const { version, purposes } = noticeOf(pack);
      const notice = { version, purposes: purposes.map(({ code }) => code), givenOn: today };
      void send(next, { ...reading.facts, intake: { applicant: { role: 'self' }, notice } });
    }
  };
  return { accept, sending, ...result };
}

const nothingYet = { error: undefined, toLook: 0, takenBy: undefined };
