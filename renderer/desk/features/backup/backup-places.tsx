import { useQuery } from '@tanstack/react-query';
import { Button, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupState } from '../../../../shared/contract/backup-calls.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { useMay } from '../../app/use-may.ts';
import { Field } from '../../ui/field.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { refusedFields } from '../../ui/trouble.ts';
import { useAct } from '../../ui/use-act.ts';

export interface BackupPlacesProps {
  place: BackupState['place'];
  dailyAt: string;
  onChosen(): void;
}

/** Where backups go: sticks that are plugged in, the user's documents, and for an administrator any folder by its path. */
export function BackupPlaces({ place, dailyAt, onChosen }: BackupPlacesProps) {
  const { t } = useTranslation('backup');
  const mayType = useMay('settings.change');
  const [typed, setTyped] = useState('');
  const { data: places, error } = useQuery(deskQuery.backup.places.queryOptions({ refetchInterval: 5_000 }));
  const choose = useAct({ mutationFn: (path: string) => desk.backup.choose({ path }), onSuccess: onChosen });
  const problem = refusedFields(choose.error)['path'];
  return (
    <section aria-label={t('place')}>
      <h2>{t('place')}</h2>
      <p>
        {place ? <code>{place.path}</code> : t('noPlace')} {place && !place.there && <b>▲ {t('notThere')}</b>}
      </p>
      <p className="backup-quiet">{t('daily', { time: dailyAt })}</p>
      <ul className="backup-places" aria-label={t('offered')}>
        {places?.filter(({ kind }) => kind === 'removable').length === 0 && <li className="backup-quiet">{t('none')}</li>}
        {places?.map(({ path, label, kind, freeMebibytes, sameDisk }) => (
          <li key={path}>
            <span>
              <b>{label}</b> {t(`kind.${kind}`)} · <span className="number">{t('free', { free: freeMebibytes })}</span>
              {sameDisk && <small>▲ {t('sameDisk')}</small>}
            </span>
            <Button disabled={path === place?.path} onClick={() => choose.begin(path)}>
              {path === place?.path ? t('using') : t('use')}
            </Button>
          </li>
        ))}
      </ul>
      {mayType && (
        <form
          className="backup-typed"
          onSubmit={(event) => {
            event.preventDefault();
            choose.begin(typed.trim());
          }}
        >
          <Field label={t('typed')} path="path" problem={problem}>
            {(control) => (
              <Input
                {...control}
                autoComplete="off"
                spellCheck={false}
                maxLength={1_000}
                value={typed}
                onChange={(event) => setTyped(event.target.value)}
              />
            )}
          </Field>
          <Button htmlType="submit" disabled={typed.trim() === ''}>
            {t('use')}
          </Button>
        </form>
      )}
      <RefusalWords error={problem === undefined ? (choose.error ?? error) : null} />
    </section>
  );
}
