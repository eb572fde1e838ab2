import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupFound } from '../../../../shared/contract/restore-calls.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { Field } from '../../ui/field.tsx';
import { shortMoment } from '../../ui/moments.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { refusedFields } from '../../ui/trouble.ts';
import { useAct } from '../../ui/use-act.ts';
import { useNow } from '../../ui/use-now.ts';

interface ChooseBackupProps {
  readonly replaces: boolean;
  onChosen(backup: BackupFound): void;
  onBack(): void;
}

/** Where the backup lies, and which one. */
export function ChooseBackup({ replaces, onChosen, onBack }: ChooseBackupProps) {
  const { t } = useTranslation('restore');
  const [typed, setTyped] = useState('');
  const { data: places, error } = useQuery(deskQuery.restore.places.queryOptions({ refetchInterval: 3_000 }));
  const look = useAct({ mutationFn: (path: string) => desk.restore.look({ path }) });
  const problem = refusedFields(look.error)['path'];
  const sticks = places?.filter(({ kind }) => kind === 'removable');
  return (
    <div className="restore-part">
      {replaces && <Alert type="warning" showIcon title={t('replaces')} description={t('replacesWords')} />}
      <p>{t('words')}</p>
      <ul className="restore-places" aria-label={t('offered')}>
        {sticks?.length === 0 && <li>{t('none')}</li>}
        {places?.map(({ path, label }) => (
          <li key={path}>
            <span>
              <b>{label}</b> <code>{path}</code>
            </span>
            <Button onClick={() => look.begin(path)}>{t('look')}</Button>
          </li>
        ))}
      </ul>
      <form
        className="restore-typed"
        onSubmit={(event) => {
          event.preventDefault();
          look.begin(typed.trim());
        }}
      >
        <Field label={t('typed')} path="path" problem={problem}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              autoComplete="off"
              spellCheck={false}
              maxLength={1_000}
              value={typed}
              onChange={(event) => setTyped(event.target.value)}
            />
          )}
        </Field>
        <Button htmlType="submit" loading={look.pending} disabled={typed.trim() === ''}>
          {t('look')}
        </Button>
      </form>
      <RefusalWords error={problem === undefined ? (look.error ?? error) : null} />
      {look.data && <Found backups={look.data} onChosen={onChosen} />}
      <div className="restore-line">
        <Button onClick={onBack}>{t('back')}</Button>
      </div>
    </div>
  );
}

function Found({ backups, onChosen }: { backups: readonly BackupFound[]; onChosen(backup: BackupFound): void }) {
  const { t } = useTranslation('restore');
  const now = useNow(60_000);
  return (
    <section aria-label={t('found')}>
      <h2>{t('found')}</h2>
      <ul className="restore-found">
        {backups.map((backup, at) => (
          <li key={backup.folder}>
            <dl>
              <dt>{t('madeAt')}</dt>
              <dd className="number">{shortMoment(backup.madeAt, now)}</dd>
              <dt>{t('entries')}</dt>
              <dd className="number">{backup.entries}</dd>
              <dt>{t('size')}</dt>
              <dd>{t('sizeOf', { size: (backup.bytes / 1024 / 1024).toFixed(1), files: backup.files })}</dd>
            </dl>
            {backup.trial ? (
              <b>{t('trial')}</b>
            ) : (
              <Button type={at === 0 ? 'primary' : 'default'} autoFocus={at === 0} onClick={() => onChosen(backup)}>
                {t('choose')}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
