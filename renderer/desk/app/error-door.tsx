import { Button, Result } from 'antd';
import { Component, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

/** The desk's last door for bugs of a screen: says what is safe and offers the way back, and never shows a white page. */
export class ErrorDoor extends Component<{ children: ReactNode }, { broken: boolean }> {
  override state = { broken: false };

  static getDerivedStateFromError(): { broken: boolean } {
    return { broken: true };
  }

  override render(): ReactNode {
    return this.state.broken ? <BrokenScreen /> : this.props.children;
  }
}

/** A screen that failed to draw. */
export function BrokenScreen() {
  const { t } = useTranslation(['shell', 'troubles']);
  return (
    <Result
      status="error"
      title={t('broken.title')}
      subTitle={t('troubles:bug.safe')}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('broken.reload')}
        </Button>
      }
    />
  );
}
