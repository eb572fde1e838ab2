import type { InputRef } from 'antd';
import { useRef, useState } from 'react';
import { desk } from '../../app/desk-client.ts';
import { useSession } from '../../app/session.ts';
import { toTrouble } from '../../ui/trouble.ts';
import { useAct } from '../../ui/use-act.ts';
import { useWait } from '../../ui/use-wait.ts';

export type Signing = ReturnType<typeof useSigning>;

/** What is typed to sign in. A passphrase that was wrong stays to be corrected: it is long, and dots until somebody asks to see it. */
export function useSigning() {
  const { needsPassphrase } = useSession();
  const [staffNumber, setStaffNumber] = useState('');
  const [pin, setPin] = useState('');
  const [passphrase, setPassphrase] = useState('');
  const passphraseInput = useRef<InputRef>(null);
  const act = useAct({
    // Without an input: what a mutation is begun with stays in memory, and a PIN must not.
    mutationFn: () =>
      desk.session.signIn({
        staffNumber: staffNumber.trim().toUpperCase(),
        pin,
        ...(needsPassphrase && passphrase && { passphrase }),
      }),
    onError: (error) => {
      const trouble = toTrouble(error);
      // The PIN wasn't looked at while the passphrase was wrong.
      if (trouble.kind === 'refusal' && trouble.code === 'passphrase-wrong') passphraseInput.current?.focus({ cursor: 'all' });
      else setPin('');
    },
    gcTime: 0,
  });
  const waitSeconds = useWait(act.error);
  const submit = () => {
    if (waitSeconds === 0) act.begin();
  };
  const { error, pending } = act;
  return {
    staffNumber,
    setStaffNumber,
    pin,
    setPin,
    passphrase,
    setPassphrase,
    passphraseInput,
    submit,
    error,
    pending,
    waitSeconds,
  };
}
