import { Button, Input, Typography } from 'antd';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { LiveSheet } from '../../../../shared/contract/going-live-calls.ts';
import { desk } from '../../app/desk-client.ts';
import { keys, useKey } from '../../app/keys.ts';
import { Field } from '../../ui/field.tsx';
import { focusFirstProblem } from '../../ui/focus-problem.ts';
import { nextOnEnter } from '../../ui/next-on-enter.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { refusedFields } from '../../ui/trouble.ts';
import { useAct } from '../../ui/use-act.ts';

/** What was written down is typed back in part. Right, the counter goes to its place and the program starts anew. */
export function SheetCheck({ sheet, onBack }: { sheet: LiveSheet; onBack: () => void }) {
  const { t } = useTranslation('goingLive');
  const container = useRef<HTMLDivElement>(null);
  const { words: asked, group } = sheet.ask;
  const [typed, setTyped] = useState<readonly string[]>(['', '', '']);
  const act = useAct({
    mutationFn: () =>
      desk.goingLive.confirm({
        ...(asked.length > 0 && { words: typed.slice(0, asked.length) }),
        group: typed[asked.length] ?? '',
      }),
    onError: () => {
      // The marks come with the next drawing.
      window.requestAnimationFrame(() => container.current && focusFirstProblem(container.current));
    },
    gcTime: 0,
  });
  const problems = refusedFields(act.error);
  const fields = [
    ...asked.map((word, at) => ({ path: `words.${at}`, label: t('check.word', { at: word }) })),
    { path: 'group', label: t('check.group', { at: group }) },
  ];
  const change = (at: number, text: string) => setTyped(typed.map((one, other) => (other === at ? text : one)));
  const accept = () => {
    if (act.error) flushSync(act.reset);
    act.begin();
  };
  useKey('accept', accept);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Enter is passed on from the fields within
    <div ref={container} className="sheet-check" onKeyDown={nextOnEnter}>
      <p>{t(asked.length > 0 ? 'check.words' : 'check.wordsKeyOnly')}</p>
      {fields.map(({ path, label }, at) => (
        <Field key={path} label={label} required path={path} problem={problems[path]}>
          {(control) => (
            <Input
              {...control}
              size="large"
              autoFocus={at === 0}
              autoComplete="off"
              spellCheck={false}
              maxLength={60}
              value={typed[at] ?? ''}
              onChange={(event) => change(at, event.target.value)}
            />
          )}
        </Field>
      ))}
      <RefusalWords error={act.error} />
      <Typography.Paragraph type="secondary">{t(asked.length > 0 ? 'check.after' : 'check.afterKeyOnly')}</Typography.Paragraph>
      <div className="going-live-line">
        <Button onClick={onBack}>{t('check.back')}</Button>
        <span />
        <Button type="primary" size="large" data-accept="" loading={act.pending || act.data !== undefined} onClick={accept}>
          {t('check.open')} <kbd>{keys.accept}</kbd>
        </Button>
      </div>
    </div>
  );
}
