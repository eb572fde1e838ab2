import { CameraOutlined } from '@ant-design/icons';
import { useMutation } from '@tanstack/react-query';
import { Button, Flex, Input } from 'antd';
import type { TextAreaRef } from 'antd/es/input/TextArea';
import { type KeyboardEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { desk } from '../../app/desk-client.ts';
import { keys, useKey } from '../../app/keys.ts';
import { useScannedCard } from '../../app/scanned-card.ts';
import { isImeKey } from '../../ui/ime-key.ts';
import { Page } from '../../ui/page.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { CameraCheck } from './camera-check.tsx';
import { CheckResult } from './check-result.tsx';
import { addCheck, type Check, scannedText } from './recent-checks.ts';
import { RecentList } from './recent-list.tsx';
import './verify.css';

/** What a card is worth: one scan, one answer, and the box is ready for the next. */
export function VerifyPage() {
  const { t } = useTranslation(['verify', 'camera']);
  const [watching, setWatching] = useState(false);
  const box = useRef<TextAreaRef>(null);
  const [text, setText] = useState('');
  const [checks, setChecks] = useState<Check[]>([]);
  const verify = useMutation({
    mutationFn: (scanned: string) => desk.cards.verify({ text: scanned }),
    onSuccess: (result) => setChecks((before) => addCheck(before, result, new Date())),
    // What was scanned names a person: nothing of it is kept once it was answered.
    gcTime: 0,
  });
  const check = (raw: string) => {
    const scanned = scannedText(raw);
    if (scanned === '') return;
    setText('');
    verify.mutate(scanned);
    box.current?.focus();
  };
  useScannedCard(check);
  useKey('accept', () => check(text));
  useKey('camera', () => setWatching((now) => !now));
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.shiftKey || isImeKey(event.nativeEvent)) return;
    event.preventDefault();
    check(text);
  };
  const [newest] = checks;
  return (
    <Page title={t('title')}>
      <div className="verify">
        <Flex gap={8} align="flex-start">
          <Input.TextArea
            ref={box}
            autoFocus
            aria-label={t('box')}
            placeholder={t('box')}
            rows={2}
            autoComplete="off"
            spellCheck={false}
            maxLength={4_096}
            value={text}
            onChange={(event) => setText(event.target.value)}
            onKeyDown={onKeyDown}
          />
          <Button type="primary" size="large" loading={verify.isPending} onClick={() => check(text)}>
            {t('check')} <kbd>{keys.accept}</kbd>
          </Button>
          <Button
            size="large"
            aria-pressed={watching}
            icon={<CameraOutlined aria-hidden="true" />}
            onClick={() => setWatching(!watching)}
          >
            {t(watching ? 'camera:verify.close' : 'camera:verify.open')} <kbd>{keys.camera}</kbd>
          </Button>
        </Flex>
        {watching && <CameraCheck onRead={check} />}
        <div aria-live="polite">
          <RefusalWords error={verify.error} />
          {newest && !verify.error ? <CheckResult key={newest.id} result={newest.result} /> : <p>{t('waiting')}</p>}
        </div>
        <RecentList checks={checks} />
      </div>
    </Page>
  );
}
