import { SearchOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Input, type InputRef } from 'antd';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { looksLikeCardText } from '../../app/card-text.ts';
import { keys, useKey } from '../../app/keys.ts';
import { giveScannedCard } from '../../app/scanned-card.ts';
import { HitList, hitId } from './hit-list.tsx';
import { moveChoice } from './move-choice.ts';
import './search.css';
import { hitsOptions, isSearchable, useHits } from './use-hits.ts';
import { useStrayTyping } from './use-stray-typing.ts';

const listId = 'search-hits';

/** The one search box: people as you type, and cards when a scanner types. */
export function SearchBox() {
  const { t } = useTranslation('search');
  const input = useRef<InputRef>(null);
  const [text, setText] = useState('');
  const [open, setOpen] = useState(false);
  const [chosen, setChosen] = useState(0);
  const wanted = text.trim();
  const { hits, error, answered } = useHits(wanted);
  const queries = useQueryClient();
  const navigate = useNavigate();
  const focus = () => input.current?.focus({ cursor: 'all' });
  useKey('search', focus);
  useStrayTyping(() => input.current?.focus());
  useEffect(() => input.current?.focus(), []);

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
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
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
  return (
    <search className="search">
      <Input
        ref={input}
        prefix={<SearchOutlined aria-hidden="true" />}
        suffix={<kbd>{keys.search}</kbd>}
        placeholder={t('placeholder')}
        aria-label={t('label')}
        role="combobox"
        aria-expanded={shows}
        aria-controls={shows ? listId : undefined}
        aria-autocomplete="list"
        aria-activedescendant={shows && hits[chosen] ? hitId(chosen) : undefined}
        autoComplete="off"
        spellCheck={false}
        maxLength={4_096}
        value={text}
        onChange={(event) => {
          setText(event.target.value);
          setChosen(0);
          setOpen(true);
        }}
        onKeyDown={onKeyDown}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      {shows && <HitList id={listId} hits={hits} chosen={chosen} error={error} onOpen={openPerson} />}
    </search>
  );
}
