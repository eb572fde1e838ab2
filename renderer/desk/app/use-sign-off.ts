import type { InputRef } from 'antd';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { SignOffRight, Staff } from '../../../shared/domain/staff/staff.ts';
import { useAct } from '../ui/use-act.ts';
import { useWait } from '../ui/use-wait.ts';
import { desk } from './desk-client.ts';

export interface SignOffTask<Result> {
  act: SignOffRight;
  subjectId: string;
  /** What is done on the sign-off, at once: its ticket is good for this alone. `by` is who signed. */
  withTicket(ticket: string, by: Staff): Promise<Result>;
  /** What it returns is waited for. */
  onDone(result: Result): unknown;
  /** Looks at whatever else the dialog asks for; false where something is missing. */
  ready?(): boolean;
}

export type SignOff = ReturnType<typeof useSignOff>;

/** A second person's staff number and PIN being typed, and what is done on them. The PIN is kept nowhere. */
export function useSignOff<Result>({ act: right, subjectId, withTicket, onDone, ready }: SignOffTask<Result>) {
  const numberInput = useRef<InputRef>(null);
  const pinInput = useRef<InputRef>(null);
  const [staffNumber, setStaffNumber] = useState('');
  const [pin, setPin] = useState('');
  const [asked, setAsked] = useState(false);
  const act = useAct({
    // Without an input: what a mutation is begun with stays in memory, and a PIN must not.
    mutationFn: async () => {
      const number = staffNumber.trim().toUpperCase();
      const { ticket, staff } = await desk.session.signOff({ staffNumber: number, pin, act: right, subjectId });
      return withTicket(ticket, staff);
    },
    onSuccess: onDone,
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
    if (ready && !ready()) return;
    if (!staffNumber.trim()) numberInput.current?.focus();
    else if (!pin) pinInput.current?.focus();
    else act.begin();
  };
  const { pending, error } = act;
  return { staffNumber, setStaffNumber, pin, setPin, asked, numberInput, pinInput, pending, error, waitSeconds, submit };
}
