import { Flex, Input, Radio } from 'antd';
import { type ReactNode, useId } from 'react';

/** A reason being given: one of the presets, or words of one's own. */
export interface ReasonDraft {
  preset: string | undefined;
  words: string;
}
export const noReason: ReasonDraft = { preset: undefined, words: '' };
/** The preset that asks for words. */
export const ownWords = 'own-words';

export interface ReasonChoiceProps {
  label: string;
  /** The last one, which asks for words, is added. */
  presets: readonly { value: string; label: string }[];
  ownWordsLabel: string;
  value: ReasonDraft;
  onChange(draft: ReasonDraft): void;
  note?: ReactNode;
}

/** Asks why: a few usual reasons, each one key away, and a line for any other. */
export function ReasonChoice({ label, presets, ownWordsLabel, value, onChange, note }: ReasonChoiceProps) {
  const labelId = useId();
  return (
    <div>
      <div id={labelId} className="field-label">
        {label}
      </div>
      <Radio.Group
        aria-labelledby={labelId}
        value={value.preset ?? null}
        onChange={(event) => onChange({ ...value, preset: event.target.value as string })}
      >
        <Flex vertical gap={4}>
          {presets.map((preset, index) => (
            <Radio key={preset.value} value={preset.value} autoFocus={index === 0}>
              {preset.label}
            </Radio>
          ))}
          <Radio value={ownWords}>{ownWordsLabel}</Radio>
        </Flex>
      </Radio.Group>
      {value.preset === ownWords && (
        <Input
          autoFocus
          aria-label={ownWordsLabel}
          maxLength={200}
          value={value.words}
          onChange={(event) => onChange({ ...value, words: event.target.value })}
        />
      )}
      {note}
    </div>
  );
}

/** The reason as it will be recorded, or undefined while there is none: at least two characters, at most 200. */
export function reasonText(draft: ReasonDraft, presets: ReasonChoiceProps['presets']): string | undefined {
  const text = draft.preset === ownWords ? draft.words : presets.find((preset) => preset.value === draft.preset)?.label;
  const trimmed = text?.trim() ?? '';
  return trimmed.length >= 2 && trimmed.length <= 200 ? trimmed : undefined;
}
