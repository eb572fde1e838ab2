import { PlusOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type RowList, rowLists } from './row-lists.ts';
import { rowCount } from './rows.ts';
import { useThisRegistration } from './use-registration.ts';

/** Adds a row to its list; the cursor goes into it. */
export function AddButton({ list }: { list: RowList }) {
  const { t } = useTranslation('register');
  const { form, add } = useThisRegistration();
  const full = rowCount(form, list) >= rowLists[list].most;
  return (
    <Button size="small" type="text" icon={<PlusOutlined />} data-adds={list} disabled={full} onClick={() => add(list)}>
      {t(`rows.${list}.add`)}
    </Button>
  );
}

export interface RowProps {
  list: RowList;
  at: number;
  /** What unfolds the row's rest, beside what takes it away. */
  acts?: ReactNode;
  children: ReactNode;
}

/** One row: its fields, and at its foot what can be done to it. */
export function Row({ list, at, acts, children }: RowProps) {
  const { t } = useTranslation('register');
  const { form, remove } = useThisRegistration();
  const there = at < rowCount(form, list);
  return (
    <fieldset className="register-row" data-row={`${list}.${at}`}>
      {children}
      {there && (
        <div className="register-row-acts">
          {acts}
          <Button size="small" type="text" aria-label={t(`rows.${list}.remove`, { n: at + 1 })} onClick={() => remove(list, at)}>
            {t('remove')}
          </Button>
        </div>
      )}
    </fieldset>
  );
}

/** The rows of a list, from the first on; `least` stand there before anything is opened. */
export function useRowsOf(list: RowList, least = 0): number[] {
  const { form } = useThisRegistration();
  return Array.from({ length: Math.max(rowCount(form, list), least) }, (_, at) => at);
}
