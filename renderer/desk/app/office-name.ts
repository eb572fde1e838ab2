import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../shared/contract/session-calls.ts';

/** The office's name in the language on screen; the program's own before there is an office. */
export function useOfficeName(office: SessionState['office']): string {
  const { t, i18n } = useTranslation('shell');
  if (!office) return t('product');
  return i18n.language === 'en' ? office.nameEn : office.name;
}
