import { useKey } from '../../app/keys.ts';
import type { RegistrationForm, SetForm } from './form-state.ts';
import { decided, readToldFrom, type ToldFrom, toldFromText, undecided } from './told-from.ts';
import type { LikelyPerson } from './use-likely.ts';

/** What the clerk decides about people who may be the same. */
export interface AlikeDecisions {
  waiting: readonly LikelyPerson[];
  isTold(person: LikelyPerson): boolean;
  /** 不是同一人, or taken back. */
  tell(person: LikelyPerson, different: boolean): void;
  toSend: readonly ToldFrom[];
}

export function useAlikeDecisions({
  form,
  setForm,
  people,
}: {
  form: RegistrationForm;
  setForm: SetForm;
  people: readonly LikelyPerson[] | undefined;
}): AlikeDecisions {
  const waiting = undecided(people, form.fields);
  const told = readToldFrom(form.fields);
  const tell = ({ personId, why }: LikelyPerson, different: boolean) =>
    setForm((now) => {
      const others = readToldFrom(now.fields).filter((one) => one.personId !== personId);
      const next = different && why !== 'id-number' ? [...others, { personId, why }] : others;
      return { ...now, fields: { ...now.fields, toldFrom: toldFromText(next) } };
    });
  const [first] = waiting;
  useKey('different', () => first && tell(first, true), first !== undefined);
  return {
    waiting,
    isTold: ({ personId }) => told.some((one) => one.personId === personId),
    tell,
    toSend: decided(people, form.fields),
  };
}
