import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { PolicyPack } from '../../../shared/domain/policy/pack.ts';
import { deskQuery } from './desk-client.ts';

/** The pack in force, and its words in the language on screen. */
export interface Policy {
  pack: PolicyPack | undefined;
  error: Error | null;
  /** Of a text of the pack. */
  said(text: { zh: string; en: string }): string;
  /**
   * Of an official name that the program answered with: those are Chinese, whatever the screen's language. One that the pack doesn't
   * have (any more) stays as it is.
   */
  named(official: string): string;
}

/** The same object for as long as pack and language stay, so that lists can depend on it. */
export function usePolicy(): Policy {
  const { i18n } = useTranslation();
  const { data: pack, error } = useQuery(deskQuery.policy.pack.queryOptions({ staleTime: Number.POSITIVE_INFINITY }));
  const english = i18n.language === 'en';
  return useMemo(
    () => ({
      pack,
      error,
      said: (text) => (english ? text.en : text.zh),
      named: (official) => (english ? (findText(pack, official)?.en ?? official) : official),
    }),
    [pack, error, english],
  );
}

function findText(pack: PolicyPack | undefined, official: string) {
  const texts = (pack?.teams ?? []).flatMap((team) => [team.name, ...team.tiers.map((tier) => tier.name)]);
  return texts.find((text) => text.zh === official);
}
