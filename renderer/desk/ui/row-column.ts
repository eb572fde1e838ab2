import type { ReactNode } from 'react';

/** A column of a list of rows. */
export interface RowColumn<Row> {
  key: string;
  title: string;
  cell(row: Row, chosen: boolean): ReactNode;
  className?: string;
}
