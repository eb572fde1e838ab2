import { Empty, Flex, Input, type InputRef } from 'antd';
import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';
import { RowGrid, rowId } from './row-grid.tsx';
import './row-list.css';
import { isImeKey } from './ime-key.ts';
import { movedIndex } from './row-choice.ts';
import type { RowColumn } from './row-column.ts';
import type { RowChoosing } from './use-row-choosing.ts';

export interface RowListProps<Row> {
  label: string;
  filterLabel: string;
  choosing: RowChoosing<Row>;
  /** The same array at each drawing: rows are drawn again only when they changed. */
  columns: readonly RowColumn<Row>[];
  onEnter(row: Row): void;
  /** Looks at the filter's text before Enter acts on a row; true where it took it, as a scanned card's. */
  takeText(text: string): boolean;
  /** Beside the filter: how many, and what else narrows the list. */
  beside?: ReactNode;
  /** Said where there is nothing to do, and where the filter leaves nothing. */
  none: ReactNode;
  noHit: string;
}

/** A queue to work off by keyboard: the filter keeps the focus, arrows move the choice, Enter acts on it. */
export function RowList<Row>(props: RowListProps<Row>) {
  const { choosing, label, beside, none, noHit } = props;
  const gridId = useId();
  const filter = useRef<InputRef>(null);
  if (choosing.all === undefined) return null;
  if (choosing.all === 0) return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={none} />;
  const choose = (index: number) => {
    choosing.choose(index);
    // A number that was marked to be copied stays marked; else the hand goes on with the arrows.
    if (window.getSelection()?.isCollapsed !== false) filter.current?.focus();
  };
  return (
    <div className="row-list">
      <Flex className="row-list-head" align="center" gap={12}>
        <Filter {...props} gridId={gridId} inputRef={filter} />
        {beside}
      </Flex>
      {choosing.shown.length === 0 ? (
        <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={noHit} />
      ) : (
        <RowGrid
          id={gridId}
          label={label}
          columns={props.columns}
          choosing={choosing}
          onChoose={choose}
          onEnter={props.onEnter}
        />
      )}
    </div>
  );
}

interface FilterProps<Row> extends RowListProps<Row> {
  gridId: string;
  inputRef: React.Ref<InputRef>;
}

function Filter<Row>({ choosing, filterLabel, gridId, inputRef, onEnter, takeText }: FilterProps<Row>) {
  const { text, setText, shown, chosen, index, choose } = choosing;
  const onKeyDown = (event: KeyboardEvent) => {
    if (isImeKey(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey) return;
    const to = movedIndex(event.key, index, shown.length);
    if (to !== undefined) choose(to);
    else if (event.key === 'Escape' && text !== '') setText('');
    else if (event.key === 'Enter' && !event.repeat) {
      if (takeText(text.trim())) setText('');
      else if (chosen) onEnter(chosen);
    } else return;
    // Taken here: Esc first empties the filter, and only then goes back.
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Input
      ref={inputRef}
      autoFocus
      allowClear
      className="row-list-filter"
      placeholder={filterLabel}
      aria-label={filterLabel}
      aria-controls={shown.length > 0 ? gridId : undefined}
      aria-activedescendant={chosen ? rowId(gridId, choosing.keyOf(chosen)) : undefined}
      autoComplete="off"
      spellCheck={false}
      maxLength={4_096}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={onKeyDown}
    />
  );
}
