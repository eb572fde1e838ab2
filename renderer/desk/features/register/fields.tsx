import { Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field, type FieldProps } from '../../ui/field.tsx';
import { OpenPerson } from './open-person.tsx';
import { type FieldName, requiredFields } from './registration-fields.ts';
import { useThisRegistration } from './use-registration.ts';

export interface RegistrationFieldProps {
  name: FieldName;
  /** Of the grid's 24 columns. */
  span: number;
  /** A quiet word under the field where nothing else is to be said. */
  hint?: string;
}

export type RegistrationFieldFrame = RegistrationFieldProps & Pick<FieldProps, 'children' | 'group'>;

/** A field of the registration: its label, and beside it whatever is to be said about what stands in it. */
export function RegistrationField({ name, hint, ...frame }: RegistrationFieldFrame) {
  const { t } = useTranslation('register');
  const { form, problems, taken } = useThisRegistration();
  const note = form.notes[name];
  return (
    <Field
      {...frame}
      label={t(`field.${name}`)}
      path={name}
      required={requiredFields.includes(name)}
      problem={problems[name]}
      help={name === 'document.number' && taken && <OpenPerson personId={taken} />}
      warning={note?.warning}
      changes={note?.changes}
      note={note?.filled ? t(`filled.${note.filled}`) : form.fields[name] === '' && hint}
    />
  );
}

export interface TextFieldProps extends RegistrationFieldProps {
  placeholder?: string;
  /** `name` and `number` are larger: they are read out and compared. */
  className?: 'name' | 'number';
}

/** A line of text. It takes more than any field may hold, so that nothing pasted is cut off unseen. */
export function TextField({ name, span, hint, ...input }: TextFieldProps) {
  const { form, type, leave } = useThisRegistration();
  return (
    <RegistrationField name={name} span={span} {...(hint !== undefined && { hint })}>
      {(control) => (
        <Input
          {...control}
          {...input}
          value={form.fields[name]}
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
  ...field
}: RegistrationFieldProps & { options: readonly { value: string; label: string }[] }) {
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
          value={form.fields[field.name] || null}
          onChange={(event) => choose(field.name, event.target.value as string)}
          onBlur={() => leave(field.name)}
        />
      )}
    </RegistrationField>
  );
}
