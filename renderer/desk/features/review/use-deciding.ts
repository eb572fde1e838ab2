import { App } from 'antd';
import { useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { ApprovalView } from '../../../../shared/contract/approval-calls.ts';
import { askedWord } from '../../app/asked-word.ts';
import { desk } from '../../app/desk-client.ts';
import { useMootWords } from '../../app/moot-words.ts';
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
export function useDeciding(approval: ApprovalView, onDone: () => void): Deciding {
  const { id: approvalId, asked, mine, mayDecide } = approval;
  const isMoot = mayDecide === 'moot';
  const why = useMootWords()(approval);
  const { t } = useTranslation('approvals');
  const { message } = App.useApp();
  // What can't be done any more is only closed, and the reason is known.
  const [declines, setDeclines] = useState(isMoot);
  const [text, setText] = useState(why ?? '');
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
    onSuccess: () => tell(t(isMoot ? 'moot.closed' : 'dialog.declined')),
  });
  const withdrawing = useAct({
    mutationFn: () => desk.approvals.withdraw({ approvalId }),
    onSuccess: () => tell(t('dialog.withdrawn')),
  });
  const accept = () => {
    if (mayDecide !== 'yes' && !isMoot) return;
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
