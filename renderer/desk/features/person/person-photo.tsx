import { useTranslation } from 'react-i18next';
import type { Photo } from '../../../../shared/domain/evidence/evidence-item.ts';
import { PhotoPicture } from '../../ui/camera/photo-field.tsx';

/** The person's photo, 26×32 mm as the document has it; an empty frame until there is one. */
export function PersonPhoto({ photo }: { photo: Photo | undefined }) {
  const { t } = useTranslation('person');
  return <PhotoPicture photo={photo} label={t('photo')} />;
}
