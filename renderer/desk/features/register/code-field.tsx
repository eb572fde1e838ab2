import { AutoComplete, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type Choice, type CodeKey, findChoice, searchChoices } from './code-tables.ts';
import { RegistrationField, type RegistrationFieldProps } from './fields.tsx';
import { goOnFrom } from './go-on.ts';
import { textOf } from './registration-fields.ts';
import { useThisRegistration } from './use-registration.ts';

export interface CodeFieldProps extends RegistrationFieldProps {
  table: CodeKey;
  /** Values beside the table's own, such as the materials that a policy pack names. */
  more?: readonly Choice[];
}

const none: readonly Choice[] = [];

/** A value of a table, found by code or by its Chinese or English name; Enter takes the first that fits and goes on. */
export function CodeField({ table, more = none, ...field }: CodeFieldProps) {
  const { t, i18n } = useTranslation('register');
  const { form, type, leave, choose } = useThisRegistration();
  // While it is typed in, the text is the clerk's: a code that is complete for a moment would turn into its name under their hands.
  const [typed, setTyped] = useState<string>();
  // Opened by typing, the arrow or a click alone: by itself it would open over the field that Enter went on to.
  const [open, setOpen] = useState(false);
  const { name } = field;
  const text = textOf(form.fields, name);
  const said = (choice: Choice) => (i18n.language === 'en' ? choice.en : choice.zh);
  const known = more.find(({ code }) => code === text) ?? findChoice(table, text);
  return (
    <RegistrationField {...field}>
      {(control) => (
        <AutoComplete
          id={control.id}
          status={control.status}
          value={typed ?? (known ? said(known) : text)}
          open={open}
          onOpenChange={(wanted) => !wanted && setOpen(false)}
          defaultActiveFirstOption={typed !== undefined && typed.trim() !== ''}
          popupMatchSelectWidth={280}
          options={[...fitting(more, typed), ...searchChoices(table, typed ?? '')].map((choice) => ({
            value: choice.code,
            label: <ChoiceLine digit={choice.digit} words={said(choice)} />,
          }))}
          onSearch={(next) => {
            setTyped(next);
            setOpen(true);
            type(name, next);
          }}
          onSelect={(code: string) => {
            setTyped(undefined);
            setOpen(false);
            choose(name, code);
            goOnFrom(control.id);
          }}
          onBlur={() => {
            setTyped(undefined);
            setOpen(false);
            leave(name);
          }}
        >
          <Input
            {...control}
            maxLength={300}
            autoComplete="off"
            spellCheck={false}
            placeholder={t('choiceHint')}
            onClick={() => setOpen(true)}
            onKeyDown={(event) => event.key === 'ArrowDown' && setOpen(true)}
          />
        </AutoComplete>
      )}
    </RegistrationField>
  );
}

function ChoiceLine({ digit, words }: { digit: string | undefined; words: string }) {
  return (
    <span className="choice-line">
      {digit && <span className="quiet">{digit}</span>} {words}
    </span>
  );
}

function fitting(choices: readonly Choice[], typed = ''): readonly Choice[] {
  const sought = typed.trim().toLowerCase();
  return choices.filter(({ zh, en }) => zh.includes(sought) || en.toLowerCase().includes(sought));
}
