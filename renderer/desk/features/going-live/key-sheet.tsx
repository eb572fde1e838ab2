import { Alert, Button } from 'antd';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveSheet } from '../../../../shared/contract/going-live-calls.ts';
import { keys, useKey } from '../../app/keys.ts';

/** Passphrase and recovery key, once, large, to be copied by hand: a print or a file would lie about in plain text. */
export function KeySheet({ sheet, onCopied }: { sheet: LiveSheet; onCopied: () => void }) {
  const { t } = useTranslation('goingLive');
  const { passphrase, recoveryKey } = sheet;
  useKey('accept', onCopied);
  // The form's button had the focus and is gone.
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => button.current?.focus(), []);
  return (
    <div className="key-sheet">
      <Alert type="warning" showIcon title={t('sheet.once')} description={t('sheet.byHand')} />
      {passphrase !== undefined && (
        <section aria-label={t('sheet.passphrase')}>
          <h2>{t('sheet.passphrase')}</h2>
          <p>{t('sheet.passphraseWords')}</p>
          <Parts parts={passphrase.split(' ')} kind="words" />
        </section>
      )}
      <section aria-label={t('sheet.recoveryKey')}>
        <h2>{t('sheet.recoveryKey')}</h2>
        <p>{t('sheet.recoveryWords')}</p>
        <Parts parts={recoveryKey.split('-')} kind="groups" />
      </section>
      <div className="going-live-line">
        <span />
        <Button ref={button} type="primary" size="large" onClick={onCopied}>
          {t('sheet.copied')} <kbd>{keys.accept}</kbd>
        </Button>
      </div>
    </div>
  );
}

function Parts({ parts, kind }: { parts: readonly string[]; kind: 'words' | 'groups' }) {
  return (
    <ol className="key-parts" data-kind={kind}>
      {parts.map((part, at) => (
        // The place is what it is: the same word may stand twice.
        <li key={at}>
          <small>{at + 1}</small>
          <b translate="no">{part}</b>
        </li>
      ))}
    </ol>
  );
}
