import { useTranslation } from 'react-i18next';
import { type SupplementSubject, supplementField } from '../../../../shared/domain/matter/supplement.ts';
import { usePolicy } from '../../app/use-policy.ts';
import type { Matter } from './stage.ts';

/** What a material or field is called; a material that the pack doesn't have by its code. */
export function useItemName({ asked }: Pick<Matter, 'asked'>): (item: SupplementSubject) => string {
  const { t } = useTranslation('application');
  const { said } = usePolicy();
  return ({ what, code }) => {
    if (what === 'field') return t(`field.${supplementField.parse(code)}`);
    const material = asked.find((one) => one.code === code);
    return material ? said(material) : code;
  };
}
