import { useTranslation } from 'react-i18next';

/** The photo's place, 25×35 mm as on every form; an empty frame until there is a photo. */
export function PersonPhoto() {
  const { t } = useTranslation('person');
  return (
    <div className="person-photo" role="img" aria-label={t('photoNone')}>
      {t('photo')}
    </div>
  );
}
