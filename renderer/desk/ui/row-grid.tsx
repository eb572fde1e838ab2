import { memo, useEffect, useRef } from 'react';
import type { RowColumn } from './row-column.ts';
import type { RowChoosing } from './use-row-choosing.ts';

/** The id of a row's element, for `aria-activedescendant`. */
export function rowId(gridId: string, key: string): string {
  return `${gridId}-${key}`;
}

export interface RowGridProps<Row> {
  id: string;
  label: string;
  columns: readonly RowColumn<Row>[];
  choosing: RowChoosing<Row>;
  onChoose(index: number): void;
  onEnter(row: Row): void;
}

/** The rows themselves; their keys are the filter's, which keeps the focus. Only a row that changed, or gained or lost the choice, is drawn again. */
export function RowGrid<Row>({ id, label, columns, choosing, onChoose, onEnter }: RowGridProps<Row>) {
  const latest = useRef({ onChoose, onEnter });
  latest.current = { onChoose, onEnter };
  const acts = useRef<RowActs<Row>>({
    choose: (index) => latest.current.onChoose(index),
    enter: (row) => latest.current.onEnter(row),
  });
  return (
    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table whose rows are chosen, and has its semantics
    <table id={id} role="grid" aria-label={label} className="rows">
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column.key} scope="col" className={column.className}>
              {column.title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {choosing.shown.map((row, index) => (
          <GridRow
            key={choosing.keyOf(row)}
            id={rowId(id, choosing.keyOf(row))}
            row={row}
            index={index}
            chosen={index === choosing.index}
            columns={columns as readonly RowColumn<unknown>[]}
            acts={acts.current as RowActs<unknown>}
          />
        ))}
      </tbody>
    </table>
  );
}

interface RowActs<Row> {
  choose(index: number): void;
  enter(row: Row): void;
}

interface GridRowProps {
  id: string;
  row: unknown;
  index: number;
  chosen: boolean;
  columns: readonly RowColumn<unknown>[];
  acts: RowActs<unknown>;
}

const GridRow = memo(function GridRow({ id, row, index, chosen, columns, acts }: GridRowProps) {
  const element = useRef<HTMLTableRowElement>(null);
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  return (
    <tr ref={element} id={id} aria-selected={chosen} onClick={() => acts.choose(index)} onDoubleClick={() => acts.enter(row)}>
      {columns.map((column) => (
        <td key={column.key} className={column.className}>
          {column.cell(row, chosen)}
        </td>
      ))}
    </tr>
  );
});
