import type { TFunction } from 'i18next';

/** Why papers are usually printed a second time. */
export function reprintPresets(t: TFunction<'papers'>): { value: string; label: string }[] {
  return (['lost', 'damaged', 'unclear', 'jammed'] as const).map((value) => ({ value, label: t(`preview.reason.${value}`) }));
}
