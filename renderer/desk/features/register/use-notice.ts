import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import type { PackNotice } from '../../../../shared/domain/policy/notice.ts';
import { noticeOf } from '../../../../shared/domain/policy/notice.ts';
import { useKey } from '../../app/keys.ts';
import { usePolicy } from '../../app/use-policy.ts';
import type { RegistrationForm, SetForm } from './form-state.ts';
import type { FieldName } from './registration-fields.ts';
import { leaveField, typeInto } from './registration-form.ts';

/** The 告知书 that is given now, and whether this person got it. */
export interface Notice {
  current: PackNotice | undefined;
  purposes: readonly string[];
  given: boolean;
  /** Says that it was given and signed for, today unless a form says when; or takes that back. */
  setGiven(given: boolean): void;
  /** A notice that has changed since must be given again. */
  problems: Partial<Record<FieldName, string>>;
}

export function useNotice({ form, setForm, today }: { form: RegistrationForm; setForm: SetForm; today: PlainDate }): Notice {
  const { pack } = usePolicy();
  const current = pack && noticeOf(pack);
  const givenVersion = form.fields['notice.version'];
  const given = form.fields['intake.notice.givenOn'] !== '';
  const setGiven = (yes: boolean) => {
    if (!current) return;
    setForm((now) => {
      const on = now.fields['intake.backdated.on'] || today;
      const left = leaveField(typeInto(now, 'intake.notice.givenOn', yes ? on : ''), 'intake.notice.givenOn', today);
      return { ...left, fields: { ...left.fields, 'notice.version': yes ? current.version : '' } };
    });
  };
  useKey('inform', () => setGiven(true), current !== undefined);
  const outdated = given && current !== undefined && givenVersion !== current.version;
  return {
    current,
    purposes: current?.purposes.map(({ code }) => code) ?? [],
    given,
    setGiven,
    problems: outdated ? { 'intake.notice.givenOn': 'notice-changed' } : {},
  };
}
