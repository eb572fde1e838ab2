import { Input, type InputRef, Modal } from 'antd';
import { type FormEvent, useId, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { PersonView } from '../../../../shared/contract/desk.ts';
import { desk } from '../../app/desk-client.ts';
import { keys, useDialogKey } from '../../app/keys.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { Field } from '../../ui/field.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import { useWait } from '../../ui/use-wait.ts';
import type { Matter } from './stage.ts';
import { useAskAgain } from './use-ask-again.ts';

export interface SignOffDialogProps {
  view: PersonView;
  matter: Matter;
  onClose(): void;
  onDecided(): void;
}

/** The second person proves who they are, and the recognition is granted on it at once. The PIN is kept nowhere. */
export function SignOffDialog({ view, matter, onClose, onDecided }: SignOffDialogProps) {
  const { t } = useTranslation('recognise');
  const { named } = usePolicy();
  const formId = useId();
  const signing = useSigning({ view, matter, onDecided });
  useDialogKey('accept', signing.submit);
  useReturnFocus();
  return (
    <Modal
      open
      title={t('direct.title')}
      okText={`${t('direct.confirm')} ${keys.accept}`}
      cancelText={t('direct.cancel')}
      okButtonProps={{ htmlType: 'submit', form: formId, disabled: signing.waitSeconds > 0 }}
      confirmLoading={signing.pending}
      onCancel={onClose}
      closable={{ 'aria-label': t('direct.cancel') }}
      mask={{ closable: false }}
      width={440}
    >
      <p className="name">
        {t('direct.what', { name: view.identity.name, tier: `${named(matter.teamName)} · ${named(matter.tierName)}` })}
      </p>
      <p className="recognise-quiet">{t('direct.beside')}</p>
      <SignOffFields formId={formId} signing={signing} />
      <RefusalWords error={signing.error} details={{ waitSeconds: String(signing.waitSeconds) }} />
    </Modal>
  );
}

function SignOffFields({ formId, signing }: { formId: string; signing: Signing }) {
  const { t } = useTranslation('recognise');
  const { staffNumber, setStaffNumber, pin, setPin, asked, pinInput } = signing;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    signing.submit();
  };
  return (
    <form id={formId} onSubmit={submit} autoComplete="off">
      <Field label={t('direct.staffNumber')} required problem={asked && !staffNumber.trim() ? 'required' : undefined}>
        {(control) => (
          <Input
            {...control}
            ref={signing.numberInput}
            autoFocus
            autoComplete="off"
            maxLength={20}
            value={staffNumber}
            onChange={(event) => setStaffNumber(event.target.value)}
          />
        )}
      </Field>
      <Field label={t('direct.pin')} required problem={asked && !pin ? 'required' : undefined}>
        {(control) => (
          <Input.Password
            {...control}
            ref={pinInput}
            visibilityToggle={false}
            autoComplete="off"
            maxLength={64}
            value={pin}
            onChange={(event) => setPin(event.target.value)}
          />
        )}
      </Field>
    </form>
  );
}

type Signing = ReturnType<typeof useSigning>;

function useSigning({ view, matter, onDecided }: Omit<SignOffDialogProps, 'onClose'>) {
  const numberInput = useRef<InputRef>(null);
  const pinInput = useRef<InputRef>(null);
  const [staffNumber, setStaffNumber] = useState('');
  const [pin, setPin] = useState('');
  const [asked, setAsked] = useState(false);
  const askAgain = useAskAgain(view.id);
  const act = useAct({
    // Without an input: what a mutation is begun with stays in memory, and a PIN must not.
    mutationFn: async () => {
      const number = staffNumber.trim().toUpperCase();
      const subject = { act: 'recognition.grant', subjectId: matter.id } as const;
      const { ticket } = await desk.session.signOff({ staffNumber: number, pin, ...subject });
      return desk.recognitions.grantDirectly({ matterId: matter.id, ticket });
    },
    onSuccess: () => {
      onDecided();
      return askAgain();
    },
    onError: () => {
      flushSync(() => {
        setPin('');
        setAsked(false);
      });
      pinInput.current?.focus();
    },
    gcTime: 0,
  });
  const waitSeconds = useWait(act.error);
  const submit = () => {
    if (waitSeconds > 0) return;
    setAsked(true);
    if (!staffNumber.trim()) numberInput.current?.focus();
    else if (!pin) pinInput.current?.focus();
    else act.begin();
  };
  const { pending, error } = act;
  return { staffNumber, setStaffNumber, pin, setPin, asked, numberInput, pinInput, pending, error, waitSeconds, submit };
}
