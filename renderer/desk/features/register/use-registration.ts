import { createContext, type RefObject, useContext, useEffect, useState } from 'react';
import { flushSync } from 'react-dom';
import type { DraftId, PersonId } from '../../../../shared/domain/ids.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { useKey } from '../../app/keys.ts';
import { fromDraftFields, type KeptDraft } from './draft-fields.ts';
import { fillField } from './fill-fields.ts';
import type { RegistrationForm, SetForm } from './form-state.ts';
import type { FieldName } from './registration-fields.ts';
import { leaveField, problemsOf, settledText, typeInto } from './registration-form.ts';
import type { RowList } from './row-lists.ts';
import { addRow, removeRow, rowCount } from './rows.ts';
import { type Accept, useAccept } from './use-accept.ts';
import { type AlikeDecisions, useAlikeDecisions } from './use-alike-decisions.ts';
import { type DraftSaving, useDraftSaving } from './use-draft-saving.ts';
import { findEmployer } from './use-employers.ts';
import { type Likely, useLikely } from './use-likely.ts';
import { type Notice, useNotice } from './use-notice.ts';
import { type Override, useOverride } from './use-override.ts';

/** The registration on the page, and everything that can be done to it. */
export interface Registration extends Editing {
  draftId: DraftId;
  form: RegistrationForm;
  setForm: SetForm;
  today: PlainDate;
  problems: Partial<Record<FieldName, string>>;
  likely: Likely;
  alike: AlikeDecisions;
  notice: Notice;
  override: Override;
  /** The person who already has this ID number. */
  taken: PersonId | undefined;
  draft: DraftSaving;
  /** When it was last saved before this page was opened. */
  keptAt: string | undefined;
  accepting: Accept;
}

/** What hands do to the fields. */
export interface Editing {
  type(name: FieldName, text: string): void;
  leave(name: FieldName): void;
  /** One of a few choices: chosen and left at once. */
  choose(name: FieldName, text: string): void;
  /** Adds a row and puts the cursor into it. */
  add(list: RowList): void;
  remove(list: RowList, at: number): void;
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
  const notice = useNotice({ form, setForm, today });
  const override = useOverride({ form, setForm, today });
  const alike = useAlikeDecisions({ form, setForm, people: likely.people });
  const number = form.fields['document.number'];
  const known = likely.people?.find((person) => person.why === 'id-number')?.personId;
  const isTaken = known !== undefined;
  const accepting = useAccept({ draftId, form, setForm, today, isTaken, saver: draft.saver, page, notice, override, alike });
  const taken = known ?? (accepting.takenBy?.number === number ? accepting.takenBy.personId : undefined);
  useKey('accept', accepting.accept);
  useEmployerOfCode(form, setForm);
  const editing = useEditing(setForm, today, draft);
  const problems = { ...problemsOf(form), ...notice.problems, ...(taken && { 'document.number': 'already-registered' }) };
  return {
    draftId,
    form,
    setForm,
    today,
    problems,
    likely,
    alike,
    notice,
    override,
    taken,
    draft,
    keptAt,
    accepting,
    ...editing,
  };
}

function useEditing(setForm: SetForm, today: PlainDate, draft: DraftSaving): Editing {
  return {
    type: (name, text) => setForm((now) => typeInto(now, name, text)),
    leave: (name) => {
      setForm((now) => leaveField(now, name, today));
      void draft.saver.flush();
    },
    choose: (name, text) => setForm((now) => leaveField(typeInto(now, name, text), name, today)),
    add: (list) => {
      let at = 0;
      flushSync(() =>
        setForm((now) => {
          // The first row of a list may stand there before it is opened: a second one is what was asked for.
          const opened = addRow(now, list);
          at = rowCount(opened, list) - 1;
          return opened;
        }),
      );
      focusRow(list, at);
    },
    remove: (list, at) => {
      flushSync(() => setForm((now) => removeRow(now, list, at)));
      focusRow(list, Math.max(at - 1, 0));
    },
  };
}

/** The first control of a row, or where there is none, what adds one. */
function focusRow(list: RowList, at: number): void {
  const row = document.querySelector<HTMLElement>(`[data-row="${list}.${at}"] input`);
  (row ?? document.querySelector<HTMLElement>(`[data-adds="${list}"]`))?.focus();
}

/** A code that was registered before brings its employer's name with it. */
function useEmployerOfCode(form: RegistrationForm, setForm: SetForm): void {
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
