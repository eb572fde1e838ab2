import { Button, Input } from 'antd';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { RestoreSheet } from '../../../../shared/contract/restore-calls.ts';
import { desk } from '../../app/desk-client.ts';
import { keys, useKey } from '../../app/keys.ts';
import { Field } from '../../ui/field.tsx';
import { focusFirstProblem } from '../../ui/focus-problem.ts';
import { nextOnEnter } from '../../ui/next-on-enter.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { refusedFields } from '../../ui/trouble.ts';
import { useAct } from '../../ui/use-act.ts';

interface PassphraseCheckProps {
  readonly replaces: boolean;
  readonly sheet: RestoreSheet;
  onBack(): void;
}

/** Two words typed back off the sheet. Right, the counter goes to its place and the program starts anew. */
export function PassphraseCheck({ replaces, sheet, onBack }: PassphraseCheckProps) {
  const { t } = useTranslation('restore');
  const container = useRef<HTMLDivElement>(null);
  const [typed, setTyped] = useState<readonly string[]>(['', '']);
  const { ask } = sheet;
  const act = useAct({
    mutationFn: () => desk.restore.confirm({ words: [...typed] }),
    onError: () => {
      // The marks come with the next drawing.
      window.requestAnimationFrame(() => container.current && focusFirstProblem(container.current));
    },
    gcTime: 0,
  });
  const problems = refusedFields(act.error);
  const accept = () => {
    if (act.error) flushSync(act.reset);
    act.begin();
  };
  useKey('accept', accept);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter is passed on from the fields within
    <div ref={container} className="restore-part" onKeyDown={nextOnEnter}>
      <p>{t(ask.length > 0 ? 'checkWords' : 'checkNone')}</p>
      {ask.map((word, at) => (
        <Field key={word} label={t('word', { at: word })} required path={`words.${at}`} problem={problems[`words.${at}`]}>
          {(control) => (
            <Input
              {...control}
              size="large"
              autoFocus={at === 0}
              autoComplete="off"
              spellCheck={false}
              maxLength={60}
              value={typed[at] ?? ''}
              onChange={(event) => setTyped(typed.map((one, other) => (other === at ? event.target.value : one)))}
            />
          )}
        </Field>
      ))}
      <RefusalWords error={Object.keys(problems).length > 0 ? null : act.error} />
      <p>{t(replaces ? 'afterReplacing' : 'after')}</p>
      <div className="restore-line">
        <Button onClick={onBack}>{t('again')}</Button>
        <Button type="primary" size="large" data-accept="" loading={act.pending || act.data !== undefined} onClick={accept}>
          {t('finish')} <kbd>{keys.accept}</kbd>
        </Button>
      </div>
    </div>
  );
}
