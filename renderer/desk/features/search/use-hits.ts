import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { deskQuery } from '../../app/desk-client.ts';

const limit = 8;
const longestText = 60;

/** The query for a text, the same for the list and for an Enter that comes before the list. */
export function hitsOptions(text: string) {
  return deskQuery.talents.search.queryOptions({ input: { text, limit }, gcTime: 30_000 });
}

/** Whether a text is something to look up; the longer ones are cards' texts. */
export function isSearchable(text: string): boolean {
  return text.length > 0 && text.length <= longestText;
}

/** Hits for what is typed, at most one question a frame; a question that nobody waits for any more is withdrawn. */
export function useHits(text: string) {
  const [asked, setAsked] = useState('');
  useEffect(() => {
    const frame = requestAnimationFrame(() => setAsked(text));
    return () => cancelAnimationFrame(frame);
  }, [text]);
  const query = useQuery({ ...hitsOptions(asked), enabled: isSearchable(asked), placeholderData: keepPreviousData });
  return {
    hits: isSearchable(asked) ? (query.data ?? []) : [],
    error: query.error,
    answered: query.isSuccess && !query.isPlaceholderData,
  };
}
