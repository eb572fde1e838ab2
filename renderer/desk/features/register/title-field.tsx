import { AutoComplete, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  findTitleSeries,
  laterTitles,
  type ProfessionalTitle,
  professionalTitles,
  titleLevels,
} from '../../../../shared/standards/gb-8561.ts';
import { RegistrationField, type RegistrationFieldProps } from './fields.tsx';
import { goOnFrom } from './go-on.ts';
import { textOf } from './registration-fields.ts';
import { rowName } from './row-lists.ts';
import { useThisRegistration } from './use-registration.ts';

type AnyTitle = Omit<ProfessionalTitle, 'code'> & { code?: string };

const titles: readonly AnyTitle[] = [...professionalTitles, ...laterTitles];

/** A 职称: of the table, by code or name, or in the certificate's own words where the table lacks it. */
export function TitleField({ at, ...field }: Omit<RegistrationFieldProps, 'name'> & { at: number }) {
  const { t, i18n } = useTranslation('register');
  const { form, type, leave, choose } = useThisRegistration();
  const [typed, setTyped] = useState('');
  const [name, code] = [rowName('qualifications.titles', at, 'name'), rowName('qualifications.titles', at, 'code')];
  const take = (title: AnyTitle | undefined) => choose(code, title?.code ?? '');
  return (
    <RegistrationField {...field} name={name} hint={t('titleHint')}>
      {(control) => (
        <AutoComplete
          id={control.id}
          status={control.status}
          value={textOf(form.fields, name)}
          // Enter takes what was typed; only what the arrows chose replaces it.
          defaultActiveFirstOption={false}
          popupMatchSelectWidth={420}
          options={searchTitles(typed).map((title, order) => ({
            value: `${order}:${title.code ?? title.zh}`,
            label: <TitleLine title={title} english={i18n.language === 'en'} />,
            entry: title,
          }))}
          onSearch={(text) => {
            setTyped(text);
            type(name, text);
            type(code, '');
          }}
          onSelect={(_: string, option) => {
            setTyped('');
            choose(name, option.entry.zh);
            take(option.entry);
            goOnFrom(control.id);
          }}
          onBlur={() => {
            setTyped('');
            leave(name);
            if (textOf(form.fields, code) === '') take(onlyTitle(textOf(form.fields, name)));
          }}
        >
          <Input {...control} maxLength={300} autoComplete="off" spellCheck={false} />
        </AutoComplete>
      )}
    </RegistrationField>
  );
}

/** The one title of that name: some names belong to several series, and then the series is the clerk's to choose. */
function onlyTitle(name: string): AnyTitle | undefined {
  const [title, another] = titles.filter(({ zh }) => zh === name.trim());
  return another ? undefined : title;
}

function searchTitles(typed: string): readonly AnyTitle[] {
  const sought = typed.trim().toLowerCase();
  if (sought === '') return [];
  const fits = ({ code, zh, en, series }: AnyTitle) =>
    code?.startsWith(sought) ||
    zh.includes(sought) ||
    en.toLowerCase().includes(sought) ||
    findTitleSeries(series)?.zh.includes(sought);
  return titles.filter(fits).slice(0, 40);
}

function TitleLine({ title, english }: { title: AnyTitle; english: boolean }) {
  const level = titleLevels.find((one) => one.level === title.level);
  const series = findTitleSeries(title.series);
  const words = [title, series, level].map((named) => (english ? named?.en : named?.zh));
  return (
    <span className="choice-line">
      <span className="quiet">{title.code}</span> {words[0]} <span className="quiet">{words.slice(1).join(' · ')}</span>
    </span>
  );
}
