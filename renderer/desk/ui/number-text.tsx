import { Tag } from 'antd';
import { useTranslation } from 'react-i18next';
import { isOldNumber, shownNumber } from '../../../shared/domain/old-number.ts';

/** A card's, certificate's or matter's number as people read it; one of an older ledger bears 旧卡. A dash where there is none. */
export function NumberText({ number }: { number: string | undefined }) {
  const { t } = useTranslation('takeOver');
  if (number === undefined) return <span className="number">–</span>;
  return (
    <span className="number">
      {shownNumber(number)}
      {isOldNumber(number) && <Tag className="old-number">{t('oldCard')}</Tag>}
    </span>
  );
}
