import { Card } from 'antd';
import { useTranslation } from 'react-i18next';

/** The papers that this leads to, and when. */
export function PapersOutlook() {
  const { t } = useTranslation('register');
  return (
    <Card size="small" className="side-card" title={<h2>{t('papers.title')}</h2>}>
      <p className="quiet">{t('papers.now')}</p>
      <ul className="papers-outlook">
        {(['receipt', 'certificate', 'card'] as const).map((paper) => (
          <li key={paper}>
            <span>{t(`papers.${paper}`)}</span> <span className="quiet">{t(`papers.${paper}When`)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}
