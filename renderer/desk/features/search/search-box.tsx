import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { keys, useKey } from '../../app/keys.ts';
import { HitList, hitId } from './hit-list.tsx';
import './search.css';
import { useSearch } from './use-search.ts';
import { useStrayTyping } from './use-stray-typing.ts';

const listId = 'search-hits';

/** The one search box: people as you type, and cards when a scanner types. */
export function SearchBox() {
  const { t } = useTranslation('search');
  const input = useRef<InputRef>(null);
  const { text, type, shows, hits, error, chosen, openPerson, onKeyDown, setOpen } = useSearch();
  const focus = () => input.current?.focus({ cursor: 'all' });
  useKey('search', focus);
  useStrayTyping(() => input.current?.focus());
  useEffect(() => input.current?.focus(), []);
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
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        onFocus={() => setOpen(true)}
        onBlur={() => setOpen(false)}
      />
      {shows && <HitList id={listId} hits={hits} chosen={chosen} error={error} onOpen={openPerson} />}
    </search>
  );
}
