import type { InputRef } from 'antd';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { SignedAct } from '../../../shared/domain/staff/signed-act.ts';
import type { Staff } from '../../../shared/domain/staff/staff.ts';
import { useAct } from '../ui/use-act.ts';
import { useWait } from '../ui/use-wait.ts';
import { desk } from './desk-client.ts';

export interface SignOffTask<Result> {
  /** What is signed: the fields say it in words. */
  act: SignedAct;
  subjectId: string;
  /** The same in words, for whoever signs. */
  what: string;
  /** What is done on the sign-off, at once: its ticket is good for this alone. `by` is who signed. */
  withTicket(ticket: string, by: Staff): Promise<Result>;
  /** What it returns is waited for. */
  onDone(result: Result): unknown;
  /** Looks at whatever else the dialog asks for; false where something is missing. */
  ready?(): boolean;
  onRefused?(): void;
}

export type SignOff = ReturnType<typeof useSignOff>;

/** A second person's staff number and PIN being typed, and what is done on them. The PIN is kept nowhere. */
export function useSignOff<Result>(task: SignOffTask<Result>) {
  const { act: signed, subjectId, what, withTicket, onDone, ready, onRefused } = task;
  const numberInput = useRef<InputRef>(null);
  const pinInput = useRef<InputRef>(null);
  const [staffNumber, setStaffNumber] = useState('');
  const [pin, setPin] = useState('');
  const [asked, setAsked] = useState(false);
  const act = useAct({
    // Without an input: what a mutation is begun with stays in memory, and a PIN must not.
    mutationFn: async () => {
      const number = staffNumber.trim().toUpperCase();
      const { ticket, staff } = await desk.session.signOff({ staffNumber: number, pin, act: signed, subjectId });
      return withTicket(ticket, staff);
    },
    onSuccess: onDone,
    onError: () => {
      flushSync(() => {
        setPin('');
        setAsked(false);
        onRefused?.();
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
  return { what, staffNumber, setStaffNumber, pin, setPin, asked, numberInput, pinInput, pending, error, waitSeconds, submit };
}
