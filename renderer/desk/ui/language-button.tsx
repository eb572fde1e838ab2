import { Button } from 'antd';
import { useTranslation } from 'react-i18next';

/** Switches between the two languages; named in the one it switches to. */
export function LanguageButton() {
  const { t, i18n } = useTranslation('shell');
  const english = i18n.language === 'en';
  return (
    <Button
      type="text"
      lang={english ? 'zh-CN' : 'en'}
      title={t('languageLabel')}
      onClick={() => void i18n.changeLanguage(english ? 'zh' : 'en')}
    >
      {t('language')}
    </Button>
  );
}
