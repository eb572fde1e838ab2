import { type GoingLiveForm, type GoingLivePath, readGoingLive } from '../../../../shared/domain/counter/going-live.ts';

/** The form as it is being typed; `again` is the PIN a second time. */
export type TypedForm = GoingLiveForm & { again: string };

export const emptyForm: TypedForm = {
  officeName: '',
  officeNameEn: '',
  address: '',
  enquiryPhone: '',
  supervisionPhone: '',
  counterCode: '',
  staffNumber: '',
  staffName: '',
  pin: '',
  again: '',
  cardFirst: '',
  cardCount: '',
  certificateFirst: '',
  certificateCount: '',
  matterFirst: '',
  matterCount: '',
};

export type FormProblems = Partial<Record<GoingLivePath | 'again', string>>;

/** What main would refuse as well, but for the PIN's own rules, and whether the PIN was typed twice. */
export function formProblems({ again, ...form }: TypedForm): FormProblems {
  const read = readGoingLive(form);
  const problems: FormProblems = read.ok ? {} : Object.fromEntries(read.fields.map(({ path, code }) => [path, code]));
  if (form.pin !== '' && again !== form.pin) problems.again = again === '' ? 'required' : 'pins-differ';
  return problems;
}

/** What is sent: without the second PIN. */
export function toSend({ again: _again, ...form }: TypedForm): GoingLiveForm {
  return form;
}
