import { App } from 'antd';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ApprovalView } from '../../../../shared/contract/approval-calls.ts';
import { askedWord } from '../../app/asked-word.ts';
import { desk } from '../../app/desk-client.ts';
import { useAct } from '../../ui/use-act.ts';

export interface DeclineReason {
  text: string;
  setText(text: string): void;
  problem: 'required' | undefined;
}

export interface Deciding {
  /** Approves; declines once a reason is being given. Does nothing for whoever may not decide. */
  accept(): void;
  /** Begins to decline; whoever asked withdraws. */
  sayNo(): void;
  /** While a decline's reason is being given. */
  reason: DeclineReason | undefined;
  pending: boolean;
  error: Error | null;
}

/** Approving, declining with a reason, or taking back a request of one's own. */
export function useDeciding({ id: approvalId, asked, mine, mayDecide }: ApprovalView, onDone: () => void): Deciding {
  const { t } = useTranslation('approvals');
  const { message } = App.useApp();
  const [declines, setDeclines] = useState(false);
  const [text, setText] = useState('');
  const [wanted, setWanted] = useState(false);
  const tell = (words: string) => {
    void message.success(words);
    onDone();
  };
  const approving = useAct({
    mutationFn: () => desk.approvals.approve({ approvalId }),
    onSuccess: () => tell(t('dialog.approved', { act: t(`asked.${askedWord(asked)}`) })),
  });
  const declining = useAct({
    mutationFn: () => desk.approvals.decline({ approvalId, reason: text.trim() }),
    onSuccess: () => tell(t('dialog.declined')),
  });
  const withdrawing = useAct({
    mutationFn: () => desk.approvals.withdraw({ approvalId }),
    onSuccess: () => tell(t('dialog.withdrawn')),
  });
  const accept = () => {
    if (mayDecide !== 'yes') return;
    if (!declines) return approving.begin();
    flushSync(() => setWanted(true));
    if (text.trim().length >= 2) declining.begin();
  };
  const sayNo = () => {
    if (mayDecide === 'yes') setDeclines(true);
    else if (mine) withdrawing.begin();
  };
  const problem = wanted && text.trim().length < 2 ? 'required' : undefined;
  return {
    accept,
    sayNo,
    reason: declines ? { text, setText, problem } : undefined,
    pending: approving.pending || declining.pending || withdrawing.pending,
    error: declining.error ?? withdrawing.error ?? approving.error,
  };
}
