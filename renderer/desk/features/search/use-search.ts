import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { type KeyboardEvent, useState } from 'react';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { looksLikeCardText } from '../../app/card-text.ts';
import { giveScannedCard } from '../../app/scanned-card.ts';
import { isImeKey } from '../../ui/ime-key.ts';
import { moveChoice } from './move-choice.ts';
import { hitsOptions, isSearchable, useHits } from './use-hits.ts';

/** What is typed into the search box, what was found for it, and what its keys do. */
export function useSearch() {
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const wanted = text.trim();
  const { hits, error, answered } = useHits(wanted);
  const queries = useQueryClient();
  const navigate = useNavigate();

  const type = (typed: string) => {
    setText(typed);
    setChosen(0);
    setOpen(true);
  };
  const close = () => {
    setText('');
    setOpen(false);
  };
  const openPerson = (personId: PersonId) => {
    close();
    void navigate({ to: '/person/$personId', params: { personId } });
  };
  // A scanner's Enter comes before the list has its hits: it asks the same question and waits for the answer.
  const enter = async () => {
    if (looksLikeCardText(wanted)) {
      close();
      giveScannedCard(wanted);
      return navigate({ to: '/verify' });
    }
    if (!isSearchable(wanted)) return;
    const found = answered ? hits : await queries.fetchQuery(hitsOptions(wanted)).catch(() => []);
    const hit = found[answered ? chosen : 0];
    if (hit) openPerson(hit.personId);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isImeKey(event.nativeEvent)) return;
    if (event.key === 'Enter') void enter();
    else if (event.key === 'ArrowDown') setChosen(moveChoice(chosen, 1, hits.length));
    else if (event.key === 'ArrowUp') setChosen(moveChoice(chosen, -1, hits.length));
    else if (event.key === 'Escape' && text !== '') close();
    else return;
    // Taken here: Esc first empties the box, and only then goes back.
    event.preventDefault();
    event.stopPropagation();
  };
  const shows = open && isSearchable(wanted) && (answered || hits.length > 0 || error !== null);
  return { text, type, shows, hits, error, chosen, openPerson, onKeyDown, setOpen };
}
