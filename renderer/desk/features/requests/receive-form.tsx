import { useQueryClient } from '@tanstack/react-query';
import { Button, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { EvidenceFile } from '../../../../shared/domain/evidence/evidence-file.ts';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { type RequestAsker, type RequestKind, requestKind } from '../../../../shared/domain/request/request.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { Field } from '../../ui/field.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { ScanField } from '../../ui/scan/scan-field.tsx';
import { useAct } from '../../ui/use-act.ts';

/** What is asked, by whom, and in which words. */
export function ReceiveForm({ personId }: { personId: PersonId }) {
  const { t } = useTranslation('requests');
  const queries = useQueryClient();
  const [kind, setKind] = useState<RequestKind>('see');
  const [role, setRole] = useState<RequestAsker['role']>('self');
  const [name, setName] = useState('');
  const [authorisation, setAuthorisation] = useState<EvidenceFile>();
  const [words, setWords] = useState('');
  const [asked, setAsked] = useState(false);
  const act = useAct({
    mutationFn: (asker: RequestAsker) => desk.requests.receive({ personId, kind, asker, words: words.trim() }),
    onSuccess: async () => {
      setWords('');
      setAsked(false);
      await queries.invalidateQueries({ queryKey: deskQuery.requests.key() });
    },
  });
  const asker = askerOf({ role, name, authorisation });
  const submit = () => {
    setAsked(true);
    if (asker && words.trim().length >= 2) act.begin(asker);
  };
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
      <Field label={t('receive.asker')} group>
        {(control) => (
          <Radio.Group
            aria-labelledby={control['aria-labelledby']}
            value={role}
            onChange={(event) => setRole(event.target.value)}
            options={(['self', 'agent'] as const).map((value) => ({ value, label: t(`receive.${value}`) }))}
          />
        )}
      </Field>
      {role === 'agent' && (
        <>
          <Field label={t('receive.name')} required path="asker.name" problem={asked && !name.trim() ? 'required' : undefined}>
            {(control) => <Input {...control} maxLength={100} value={name} onChange={(event) => setName(event.target.value)} />}
          </Field>
          <ScanField
            label={t('receive.authorisation')}
            path="asker.authorisation"
            required
            value={authorisation}
            problem={asked && !authorisation ? 'required' : undefined}
            onStored={setAuthorisation}
          />
        </>
      )}
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

interface AskerDraft {
  role: RequestAsker['role'];
  name: string;
  authorisation: EvidenceFile | undefined;
}

function askerOf({ role, name, authorisation }: AskerDraft): RequestAsker | undefined {
  if (role === 'self') return { role };
  return name.trim() && authorisation ? { role, name: name.trim(), authorisation: authorisation.sha256 } : undefined;
}
