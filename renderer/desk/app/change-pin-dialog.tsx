import { App, Input, Modal } from 'antd';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Field } from '../ui/field.tsx';
import { focusFirstProblem } from '../ui/focus-problem.ts';
import { NewPinFields, newPinProblems, noPin } from '../ui/new-pin-fields.tsx';
import { nextOnEnter } from '../ui/next-on-enter.ts';
import { RefusalWords } from '../ui/refusal-words.tsx';
import { refusedFields } from '../ui/trouble.ts';
import { useAct } from '../ui/use-act.ts';
import { useReturnFocus } from '../ui/use-return-focus.ts';
import { useWait } from '../ui/use-wait.ts';
import { desk } from './desk-client.ts';
import { keys, useDialogKey } from './keys.ts';

/** One's own PIN: the one until now, and a new one twice. None of them is kept. */
export function ChangePinDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('settings');
  const { message } = App.useApp();
  const fields = useRef<HTMLDivElement>(null);
  const [pin, setPin] = useState('');
  const [newPin, setNewPin] = useState(noPin);
  const [asked, setAsked] = useState(false);
  const act = useAct({
    // Without an input: what a mutation is begun with stays in memory, and a PIN must not.
    mutationFn: () => desk.staff.changePin({ pin, newPin: newPin.pin }),
    onSuccess: () => {
      void message.success(t('own.done'));
      onClose();
    },
    onError: (error) => {
      const newOneRefused = refusedFields(error)['newPin'] !== undefined;
      flushSync(() => {
        setAsked(false);
        if (newOneRefused) setNewPin(noPin);
        else setPin('');
      });
      if (!newOneRefused || !fields.current || !focusFirstProblem(fields.current))
        fields.current?.querySelector('input')?.focus();
    },
    gcTime: 0,
  });
  const waitSeconds = useWait(act.error);
  const own = newPinProblems(newPin);
  const problems = {
    old: asked && pin === '' ? 'required' : undefined,
    pin: refusedFields(act.error)['newPin'] ?? (asked ? own.pin : undefined),
    again: asked ? own.again : undefined,
  };
  const accept = () => {
    if (waitSeconds > 0) return;
    flushSync(() => setAsked(true));
    if (pin !== '' && !own.pin && !own.again) act.begin();
    else if (fields.current) focusFirstProblem(fields.current);
  };
  useDialogKey('accept', accept);
  useReturnFocus();
  return (
    <Modal
      open
      title={t('own.title')}
      okText={`${t('own.confirm')} ${keys.accept}`}
      cancelText={t('cancel')}
      okButtonProps={{ disabled: waitSeconds > 0 }}
      confirmLoading={act.pending}
      onOk={accept}
      onCancel={onClose}
      closable={{ 'aria-label': t('cancel') }}
      mask={{ closable: false }}
      width={440}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter is passed on from the fields within */}
      <div ref={fields} onKeyDown={nextOnEnter}>
        <OldPin pin={pin} onChange={setPin} problem={problems.old} />
        <NewPinFields value={newPin} onChange={setNewPin} problems={problems} />
      </div>
      <RefusalWords error={act.error} details={{ waitSeconds: String(waitSeconds) }} />
    </Modal>
  );
}

function OldPin({ pin, onChange, problem }: { pin: string; onChange(pin: string): void; problem: string | undefined }) {
  const { t } = useTranslation('settings');
  return (
    <Field label={t('own.old')} required path="oldPin" problem={problem}>
      {(control) => (
        <Input.Password
          {...control}
          autoFocus
          visibilityToggle={false}
          autoComplete="off"
          maxLength={64}
          value={pin}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
