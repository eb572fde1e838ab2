import { Checkbox, Input, Radio } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Field, type FieldProps } from '../../ui/field.tsx';
import { type FieldName, isRequired, keyOf, textOf } from './registration-fields.ts';
import { useThisRegistration } from './use-registration.ts';

export interface RegistrationFieldProps {
  name: FieldName;
  /** Of the grid's 24 columns. */
  span: number;
  /** A quiet word under the field where nothing else is to be said. */
  hint?: string | undefined;
  /** What helps with a refusal. */
  help?: ReactNode;
  /** Said beside the field, before whatever else is. */
  note?: ReactNode;
}

export type RegistrationFieldFrame = RegistrationFieldProps & Pick<FieldProps, 'children' | 'group'>;

/** A field of the registration: its label, and beside it whatever is to be said about what stands in it. */
export function RegistrationField({ name, hint, help, note: own, ...frame }: RegistrationFieldFrame) {
  const { t } = useTranslation('register');
  const { form, problems } = useThisRegistration();
  const note = form.notes[name];
  return (
    <Field
      {...frame}
      label={t(`field.${keyOf(name)}`)}
      path={name}
      required={isRequired(name, form.fields)}
      problem={problems[name]}
      help={help}
      warning={note?.warning}
      changes={note?.changes}
      note={own || (note?.filled ? t(`filled.${note.filled}`) : textOf(form.fields, name) === '' && hint)}
    />
  );
}

export interface TextFieldProps extends RegistrationFieldProps {
  placeholder?: string;
  /** `name` and `number` are larger: they are read out and compared. */
  className?: 'name' | 'number';
}

/** A line of text. It takes more than any field may hold, so that nothing pasted is cut off unseen. */
export function TextField({ name, span, hint, help, note, ...input }: TextFieldProps) {
  const { form, type, leave } = useThisRegistration();
  return (
    <RegistrationField name={name} span={span} hint={hint} help={help} note={note}>
      {(control) => (
        <Input
          {...control}
          {...input}
          value={textOf(form.fields, name)}
          maxLength={300}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => type(name, event.target.value)}
          onBlur={() => leave(name)}
        />
      )}
    </RegistrationField>
  );
}

/** A date as digits; how it was typed is mended when it is left. */
export function DateText(props: RegistrationFieldProps) {
  return <TextField {...props} className="number" placeholder="YYYY-MM-DD" />;
}

/** One of a few: all of them in sight, arrows choose. */
export function ChoiceField({
  options,
  otherwise,
  ...field
}: RegistrationFieldProps & {
  options: readonly { value: string; label: string }[];
  /** What an empty field means. */
  otherwise?: string;
}) {
  const { form, choose, leave } = useThisRegistration();
  return (
    <RegistrationField {...field} group>
      {({ id, 'aria-labelledby': labelledBy }) => (
        <Radio.Group
          id={id}
          aria-labelledby={labelledBy}
          className="choices"
          optionType="button"
          options={[...options]}
          value={textOf(form.fields, field.name) || otherwise || null}
          onChange={(event) => choose(field.name, event.target.value as string)}
          onBlur={() => leave(field.name)}
        />
      )}
    </RegistrationField>
  );
}

/** Yes or nothing; what stands in the field for yes is the caller's. */
export function TickField({
  words,
  yes,
  ticked,
  ...field
}: RegistrationFieldProps & { words: string; yes: string; ticked?: boolean }) {
  const { form, choose } = useThisRegistration();
  return (
    <RegistrationField {...field} group>
      {({ 'aria-describedby': describedBy }) => (
        <Checkbox
          className="tick"
          aria-describedby={describedBy}
          checked={ticked ?? textOf(form.fields, field.name) !== ''}
          onChange={(event) => choose(field.name, event.target.checked ? yes : '')}
        >
          {words}
        </Checkbox>
      )}
    </RegistrationField>
  );
}
