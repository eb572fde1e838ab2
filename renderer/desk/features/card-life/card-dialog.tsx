import { Modal } from 'antd';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { secondPersonActs } from '../../../../shared/domain/card/card-life.ts';
import { actWord, type CardTask } from '../../app/card-desk.ts';
import { keys, useDialogKey } from '../../app/keys.ts';
import { focusNext } from '../../ui/focus-next.ts';
import { isImeKey } from '../../ui/ime-key.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';

export interface CardDialogProps {
  task: CardTask;
  pending: boolean;
  error: unknown;
  /** Seconds to wait after wrong PINs. */
  waitSeconds?: number;
  asksNothing?: boolean;
  onAccept(): void;
  onClose(): void;
  children?: ReactNode;
}

/** Every act's dialog: what it does, to whose card, and the one button. */
export function CardDialog({ task, pending, error, waitSeconds = 0, asksNothing = false, ...rest }: CardDialogProps) {
  const { onAccept, onClose, children } = rest;
  const { t } = useTranslation('cardLife');
  const { act, card } = task;
  const word = actWord(act, card.state);
  const body = useRef<HTMLDivElement>(null);
  useDialogKey('accept', onAccept);
  return (
    <Modal
      open
      title={t(`act.${word}`)}
      okText={`${t('do', { act: t(`act.${word}`) })} ${keys.accept}`}
      cancelText={t('leave')}
      okButtonProps={{
        danger: secondPersonActs.includes(act),
        disabled: waitSeconds > 0,
        // Where nothing is asked the hand is at the button, and not at the one that closes.
        autoFocus: asksNothing,
        ...{ 'data-accept': '' },
      }}
      confirmLoading={pending}
      onOk={onAccept}
      onCancel={onClose}
      // A menu that closes behind it takes the hand back to its button, and the dialog then only to the one that closes it.
      afterOpenChange={(isOpen) => isOpen && !asksNothing && focusFirst(body.current)}
      closable={{ 'aria-label': t('leave') }}
      mask={{ closable: false }}
      width={520}
    >
      {/* Enter goes on from field to field, and never does the act by itself. */}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: it listens for what its fields let through, and is nothing to act on */}
      <div ref={body} className="card-dialog" onKeyDown={goOn}>
        <p className="name">
          {card.holder} <span className="number">{card.number}</span>
        </p>
        <p>{t(`what.${word}`)}</p>
        {children}
        <div aria-live="polite">
          <RefusalWords error={error} details={{ waitSeconds: String(waitSeconds) }} />
        </div>
      </div>
    </Modal>
  );
}

/** The first field, unless the hand is at one already. */
function focusFirst(body: HTMLElement | null): void {
  if (!body?.contains(document.activeElement)) body?.querySelector('input')?.focus();
}

function goOn(event: KeyboardEvent<HTMLElement>): void {
  const { target } = event;
  if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || isImeKey(event.nativeEvent)) return;
  // The second person's two fields are a form of their own.
  if (!(target instanceof HTMLInputElement) || target.closest('form')) return;
  const dialog = target.closest<HTMLElement>('[role=dialog]');
  if (!dialog) return;
  event.preventDefault();
  focusNext(dialog, target);
}
