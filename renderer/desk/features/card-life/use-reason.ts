import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AskingAct } from '../../app/card-desk.ts';
import { noReason, reasonText } from '../../ui/reason-choice.tsx';

/** Acts whose reason is chosen or told in words. */
export type ReasonedAct = Exclude<AskingAct, 'hand-over' | 'replace'>;

/** The usual reasons of each act, by the codes of their words. */
const usual = {
  'report-lost': ['person', 'phone', 'employer'],
  suspend: ['review', 'dispute', 'authority'],
  void: ['unclear', 'scratched', 'jammed', 'wrong'],
  cancel: ['wish', 'left', 'death'],
  'undo-issue': ['person', 'tier', 'twice'],
  revoke: ['false', 'obtained', 'decision'],
  destroy: ['returned', 'damaged'],
} as const satisfies Record<ReasonedAct, readonly string[]>;

/** The reason of an act being given. */
export function useReason(act: ReasonedAct) {
  const { t } = useTranslation('cardLife');
  const [draft, setDraft] = useState(noReason);
  const [needed, setNeeded] = useState(false);
  const presets = usual[act].map((code) => ({ value: code, label: t(`reason.${act}.${code}` as 'reason.void.wrong') }));
  const text = reasonText(draft, presets);
  /** Whether there is one; says so on the screen where there is none. */
  const given = () => {
    setNeeded(text === undefined);
    return text !== undefined;
  };
  return { presets, draft, setDraft, needed: needed && text === undefined, text, given };
}
