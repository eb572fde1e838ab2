import { useTranslation } from 'react-i18next';
import type { JudgedRowView } from '../../../../shared/contract/taking-over-calls.ts';
import { zh } from '../../i18n/words.ts';
import { toFieldCode } from '../../ui/field-code.ts';

/** Why a row is answered so, and what was mended in it. */
export function RowSaid({ row }: { row: JudgedRowView }) {
  const { t } = useTranslation(['takeOver', 'fieldCodes']);
  const lines = useLines(row);
  return (
    <ul className="ledger-said">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
      {row.mended.length > 0 && (
        <li className="ledger-hint">
          {t('said.mended', { fields: row.mended.map((field) => t(`field.${field}`)).join(t('comma')) })}
        </li>
      )}
      {row.reckoned.map((which) => (
        <li key={which} className="ledger-hint">
          {t(`said.reckoned.${which}`)}
        </li>
      ))}
    </ul>
  );
}

const isOwn = (code: string): code is keyof typeof zh.takeOver.code => Object.hasOwn(zh.takeOver.code, code);

function useLines({ answer, problems, people, ofRow, why }: JudgedRowView): string[] {
  const { t } = useTranslation(['takeOver', 'fieldCodes']);
  const words = (code: string) => (isOwn(code) ? t(`code.${code}`) : t(`fieldCodes:${toFieldCode(code, zh.fieldCodes)}`));
  const [person] = people;
  switch (answer) {
    case 'problem':
      return problems.map(({ field, code }) => t('said.problem', { field: t(`field.${field}`), code: words(code) }));
    case 'duplicate':
      return [t('said.duplicate', { row: ofRow ?? '' })];
    case 'taken':
      return [t('said.taken')];
    case 'same-person':
      return person ? [t('said.same-person', { name: person.name, id: person.maskedIdNumber })] : [];
    case 'undecided':
      return [ofRow === undefined ? t(`said.${why ?? 'name-and-birth-date'}`) : t('said.like-row', { row: ofRow })];
    default:
      return [];
  }
}
