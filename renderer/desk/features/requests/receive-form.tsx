import { Button, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { requestKind } from '../../../../shared/domain/request/request.ts';
import { Field } from '../../ui/field.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { ScanField } from '../../ui/scan/scan-field.tsx';
import { type Receiving, useReceiving } from './use-receiving.ts';

/** What is asked, by whom, and in which words. */
export function ReceiveForm({ personId }: { personId: PersonId }) {
  const { t } = useTranslation('requests');
  const receiving = useReceiving(personId);
  const { kind, setKind, words, setWords, asked, act, submit } = receiving;
  return (
    <section aria-label={t('receive.title')} className="requests-receive">
      <h2>{t('receive.title')}</h2>
      <Field label={t('receive.kind')} group>
        {(control) => (
          <Radio.Group
            aria-labelledby={control['aria-labelledby']}
            className="requests-kinds"
            value={kind}
            onChange={(event) => setKind(event.target.value)}
            options={requestKind.options.map((value) => ({ value, label: t(`kind.${value}`) }))}
          />
        )}
      </Field>
      <AskerFields receiving={receiving} />
      <Field
        label={t('receive.words')}
        required
        path="words"
        note={t('receive.wordsHint')}
        problem={asked && words.trim().length < 2 ? 'required' : undefined}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
      <RefusalWords error={act.error} />
      <Button type="primary" loading={act.pending} onClick={submit}>
        {t('receive.button')}
      </Button>
    </section>
  );
}

/** The person, or an agent with their papers. */
function AskerFields({ receiving: { draft, setDraft, asked } }: { receiving: Receiving }) {
  const { t } = useTranslation('requests');
  const { role, name, authorisation } = draft;
  return (
    <>
      <Field label={t('receive.asker')} group>
        {(control) => (
          <Radio.Group
            aria-labelledby={control['aria-labelledby']}
            value={role}
            onChange={(event) => setDraft({ ...draft, role: event.target.value })}
            options={(['self', 'agent'] as const).map((value) => ({ value, label: t(`receive.${value}`) }))}
          />
        )}
      </Field>
      {role === 'agent' && (
        <>
          <Field label={t('receive.name')} required path="asker.name" problem={asked && !name.trim() ? 'required' : undefined}>
            {(control) => (
              <Input
                {...control}
                maxLength={100}
                value={name}
                onChange={(event) => setDraft({ ...draft, name: event.target.value })}
              />
            )}
          </Field>
          <ScanField
            label={t('receive.authorisation')}
            path="asker.authorisation"
            required
            value={authorisation}
            problem={asked && !authorisation ? 'required' : undefined}
            onStored={(stored) => setDraft({ ...draft, authorisation: stored })}
          />
        </>
      )}
    </>
  );
}
