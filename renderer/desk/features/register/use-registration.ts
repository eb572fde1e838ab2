import { createContext, type Dispatch, type RefObject, type SetStateAction, useContext, useEffect, useState } from 'react';
import type { DraftId, PersonId } from '../../../../shared/domain/ids.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { useKey } from '../../app/keys.ts';
import { fromDraftFields, type KeptDraft } from './draft-fields.ts';
import type { FieldName } from './registration-fields.ts';
import { fillField, leaveField, problemsOf, type RegistrationForm, settledText, typeInto } from './registration-form.ts';
import { type Accept, useAccept } from './use-accept.ts';
import { type DraftSaving, useDraftSaving } from './use-draft-saving.ts';
import { findEmployer } from './use-employers.ts';
import { type Likely, useLikely } from './use-likely.ts';

/** The registration on the page, and everything that can be done to it. */
export interface Registration {
  form: RegistrationForm;
  today: PlainDate;
  problems: Partial<Record<FieldName, string>>;
  likely: Likely;
  /** The person who already has this ID number. */
  taken: PersonId | undefined;
  draft: DraftSaving;
  /** When it was last saved before this page was opened. */
  keptAt: string | undefined;
  accepting: Accept;
  type(name: FieldName, text: string): void;
  leave(name: FieldName): void;
  /** One of a few choices: chosen and left at once. */
  choose(name: FieldName, text: string): void;
}

export interface RegistrationStart {
  draftId: DraftId;
  /** What was kept under this id, if anything was. */
  kept: KeptDraft | undefined;
  today: PlainDate;
  page: RefObject<HTMLElement | null>;
}

/** One registration, from its draft's first moment to the person it becomes. */
export function useRegistration({ draftId, kept, today, page }: RegistrationStart): Registration {
  const [form, setForm] = useState(() => fromDraftFields(kept?.fields ?? {}, today));
  const [keptAt] = useState(kept?.savedAt);
  const likely = useLikely(form);
  const draft = useDraftSaving(draftId, form);
  const number = form.fields['document.number'];
  const known = likely.people?.find((person) => person.why === 'id-number')?.personId;
  const accepting = useAccept({ draftId, form, setForm, today, isTaken: known !== undefined, saver: draft.saver, page });
  const taken = known ?? (accepting.takenBy?.number === number ? accepting.takenBy.personId : undefined);
  useKey('accept', accepting.accept);
  useEmployerOfCode(form, setForm);
  return {
    form,
    today,
    problems: { ...problemsOf(form), ...(taken && { 'document.number': 'already-registered' }) },
    likely,
    taken,
    draft,
    keptAt,
    accepting,
    type: (name, text) => setForm((now) => typeInto(now, name, text)),
    leave: (name) => {
      setForm((now) => leaveField(now, name, today));
      void draft.saver.flush();
    },
    choose: (name, text) => setForm((now) => leaveField(typeInto(now, name, text), name, today)),
  };
}

/** A code that was registered before brings its employer's name with it. */
function useEmployerOfCode(form: RegistrationForm, setForm: Dispatch<SetStateAction<RegistrationForm>>): void {
  const uscc = settledText(form, 'employment.uscc');
  useEffect(() => {
    if (uscc === undefined) return;
    let over = false;
    void findEmployer(uscc).then((employer) => {
      if (!employer || over) return;
      setForm((now) => fillField(now, { name: 'employment.employerName', text: employer.name, filled: 'derived' }));
    });
    return () => {
      over = true;
    };
  }, [uscc, setForm]);
}

export const RegistrationContext = createContext<Registration | undefined>(undefined);

/** The registration that a field belongs to. */
export function useThisRegistration(): Registration {
  const registration = useContext(RegistrationContext);
  if (!registration) throw new Error('a field outside of a registration');
  return registration;
}
