import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { RestoreSheet } from '../../../../shared/contract/restore-calls.ts';
import { keys, useKey } from '../../app/keys.ts';

/** What was restored, and the new passphrase, once, to be copied by hand. */
export function RestoredSheet({ sheet, onCopied }: { sheet: RestoreSheet; onCopied: () => void }) {
  const { t } = useTranslation('restore');
  const { passphrase, entries, people, cards } = sheet;
  useKey('accept', onCopied);
  // The form's button had the focus and is gone.
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="restore-part">
      <Alert type="success" showIcon title={t('sheet', { entries, people, cards })} />
      {passphrase === undefined ? (
        <p>{t('noPassphrase')}</p>
      ) : (
        <>
          <Alert type="warning" showIcon title={t('once')} />
          <section aria-label={t('passphrase')}>
            <h2>{t('passphrase')}</h2>
            <p>{t('passphraseWords')}</p>
            <ol className="restore-parts">
              {passphrase.split(' ').map((part, at) => (
                // The place is what it is: the same word may stand twice.
                <li key={at}>
                  <small>{at + 1}</small>
                  <b translate="no">{part}</b>
                </li>
              ))}
            </ol>
          </section>
        </>
      )}
      <div className="restore-line">
        <span />
        <Button ref={button} type="primary" size="large" onClick={onCopied}>
          {t('copied')} <kbd>{keys.accept}</kbd>
        </Button>
      </div>
    </div>
  );
}
