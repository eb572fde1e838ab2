import { Spin } from 'antd';
import { useTranslation } from 'react-i18next';

/** Said calmly, over whatever is shown, while the way to the program is lost. */
export function ReconnectingBand() {
  const { t } = useTranslation('troubles');
  return (
    <div className="reconnecting" role="status">
      <Spin size="small" />
      <span>
        {t('lost.happened')}
        {t('lost.safe')}
        {t('lost.next')}
      </span>
    </div>
  );
}
