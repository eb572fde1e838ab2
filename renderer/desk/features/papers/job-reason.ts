import type { papers } from '../../i18n/zh/papers.ts';

type KnownReason = keyof (typeof papers)['queue']['reasons'];

/** The reason whose words are shown; one that a newer printer adapter brings is named as it is. */
export function knownReason(reason: string, words: Readonly<Record<KnownReason, unknown>>): KnownReason {
  return Object.hasOwn(words, reason) ? (reason as KnownReason) : 'other';
}
