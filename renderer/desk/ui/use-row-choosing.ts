import { useCallback, useMemo, useState } from 'react';
import { filterRows } from './filter-rows.ts';
import { chosenIndex, type RowChoice } from './row-choice.ts';

export interface RowChoosing<Row> {
  /** What is typed into the filter. */
  text: string;
  setText(text: string): void;
  /** The rows that fit, and how many there are altogether; undefined until they came. */
  shown: readonly Row[];
  all: number | undefined;
  chosen: Row | undefined;
  index: number;
  choose(index: number): void;
  keyOf(row: Row): string;
}

export interface RowSource<Row> {
  rows: readonly Row[] | undefined;
  /** Both must be the same functions at each drawing, since long lists are filtered only when something changed. */
  keyOf(row: Row): string;
  wordsOf(row: Row): readonly string[];
}

/** Filter and choice of a list, for the list itself and for whatever else acts on the chosen row. */
export function useRowChoosing<Row>({ rows, keyOf, wordsOf }: RowSource<Row>): RowChoosing<Row> {
  const [text, setText] = useState('');
  const [choice, setChoice] = useState<RowChoice>();
  const shown = useMemo(() => filterRows(rows ?? [], text, wordsOf), [rows, text, wordsOf]);
  const index = useMemo(() => chosenIndex(shown.map(keyOf), choice), [shown, keyOf, choice]);
  const choose = useCallback(
    (at: number) => {
      const row = shown[at];
      if (row) setChoice({ key: keyOf(row), index: at });
    },
    [shown, keyOf],
  );
  return { text, setText, shown, all: rows?.length, chosen: shown[index], index, choose, keyOf };
}
