import { Input } from 'antd';
import { useState } from 'react';
import { Field, type FieldProps } from './field.tsx';
import type { FieldChange } from './field-code.ts';
import { tidyDate } from './tidy-date.ts';

export interface DateFieldProps extends Omit<FieldProps, 'children' | 'changes'> {
  value: string;
  onChange: (text: string) => void;
  /** Called with the mended text when the field is left: the time to check it. */
  onLeave?: (text: string) => void;
}

/** A date typed as digits: faster at a counter than any calendar. Mended visibly when it is left, e.g. 19900305. */
export function DateField({ value, onChange, onLeave, ...field }: DateFieldProps) {
  const [changes, setChanges] = useState<FieldChange[]>([]);
  const leave = () => {
    const mended = tidyDate(value);
    setChanges(mended.changes);
    if (mended.text !== value) onChange(mended.text);
    onLeave?.(mended.text);
  };
  return (
    <Field {...field} changes={changes}>
      {(control) => (
        <Input
          {...control}
          value={value}
          maxLength={20}
          placeholder="YYYY-MM-DD"
          autoComplete="off"
          onChange={(event) => {
            setChanges([]);
            onChange(event.target.value);
          }}
          onBlur={leave}
        />
      )}
    </Field>
  );
}
