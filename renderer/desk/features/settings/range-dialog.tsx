import { Flex, Input, Radio } from 'antd';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type NumberSeries, numberSeries } from '../../../../shared/domain/counter/counter.ts';
import { readRange } from '../../../../shared/domain/counter/number-range.ts';
import { chinaDateAt } from '../../../../shared/domain/plain-date.ts';
import { desk } from '../../app/desk-client.ts';
import { Field } from '../../ui/field.tsx';
import { SettingsDialog } from './settings-dialog.tsx';
import { useSettingsAct } from './use-settings-act.ts';

/** Another run of numbers, as the office assigned it. In December it begins with what the next year lacks. */
export function RangeDialog({ missing, onClose }: { missing: readonly NumberSeries[]; onClose: () => void }) {
  const { t } = useTranslation('settings');
  const fields = useRef<HTMLDivElement>(null);
  const thisYear = Number(chinaDateAt(Date.now()).slice(0, 4));
  const [series, setSeries] = useState<NumberSeries>(missing[0] ?? 'card');
  const [year, setYear] = useState(missing.length > 0 ? thisYear + 1 : thisYear);
  const [range, setRange] = useState({ first: '', count: '' });
  const read = readRange(range);
  const { accept, problem, pending, error } = useSettingsAct({
    fields,
    own: read.ok ? {} : Object.fromEntries(read.fields.map(({ path, code }) => [path, code])),
    call: () => desk.numbers.grant({ series, year, ...range }),
    onDone: onClose,
  });
  const line = (name: 'first' | 'count') => ({
    autoComplete: 'off',
    maxLength: 20,
    value: range[name],
    onChange: (event: { target: { value: string } }) => setRange({ ...range, [name]: event.target.value }),
  });
  return (
    <SettingsDialog
      title={t('ranges.add')}
      words={t('ranges.words')}
      confirm={t('ranges.add')}
      {...{ pending, error, fields, onClose }}
      onAccept={accept}
    >
      <Choice
        path="series"
        label={t('ranges.series')}
        value={series}
        onChange={setSeries}
        autoFocus
        options={numberSeries.options.map((one) => ({ value: one, label: t(`ranges.seriesName.${one}`) }))}
      />
      <Choice
        path="year"
        label={t('ranges.year')}
        value={year}
        onChange={setYear}
        options={[thisYear, thisYear + 1].map((one) => ({ value: one, label: String(one) }))}
      />
      <div className="settings-pair">
        <Field label={t('ranges.first')} required path="first" problem={problem('first')}>
          {(control) => <Input {...control} {...line('first')} />}
        </Field>
        <Field label={t('ranges.count')} required path="count" problem={problem('count')}>
          {(control) => <Input {...control} {...line('count')} />}
        </Field>
      </div>
    </SettingsDialog>
  );
}

interface ChoiceProps<T extends string | number> {
  path: string;
  label: string;
  value: T;
  onChange(value: NoInfer<T>): void;
  autoFocus?: boolean;
  options: readonly { value: NoInfer<T>; label: string }[];
}

function Choice<T extends string | number>({ path, label, value, onChange, autoFocus = false, options }: ChoiceProps<T>) {
  return (
    <Field label={label} group path={path}>
      {(control) => (
        <Radio.Group
          id={control.id}
          aria-labelledby={control['aria-labelledby']}
          value={value}
          onChange={(event) => onChange(event.target.value as T)}
        >
          <Flex gap={4} wrap>
            {options.map(({ value: one, label: name }) => (
              <Radio key={one} value={one} autoFocus={autoFocus && one === value}>
                {name}
              </Radio>
            ))}
          </Flex>
        </Radio.Group>
      )}
    </Field>
  );
}
