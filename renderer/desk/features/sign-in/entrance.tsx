import { Typography } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionState } from '../../../../shared/contract/session-calls.ts';
import { useOfficeName } from '../../app/office-name.ts';
import { LanguageButton } from '../../ui/language-button.tsx';
import './sign-in.css';

/** The screens before the desk: one column in the middle, the office's name above, the language beside. */
export function Entrance({
  office,
  title,
  trial,
  children,
}: {
  office?: SessionState['office'];
  title: string;
  trial?: boolean;
  children: ReactNode;
}) {
  const { t } = useTranslation('shell');
  const officeName = useOfficeName(office);
  return (
    <main className="entrance">
      <div className="entrance-column">
        <div className="entrance-head">
          <Typography.Text type="secondary">{officeName}</Typography.Text>
          {trial && <span className="trial-mark">{t('trial')}</span>}
          <LanguageButton />
        </div>
        <Typography.Title level={1} className="entrance-title">
          {title}
        </Typography.Title>
        {children}
      </div>
    </main>
  );
}
