import { useQuery } from '@tanstack/react-query';
import { App, Flex, Input, Modal, Radio } from 'antd';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import type { StaffId } from '../../../../shared/domain/ids.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { keys, useDialogKey } from '../../app/keys.ts';
import { useSession } from '../../app/session.ts';
import { Field } from '../../ui/field.tsx';
import { focusFirstProblem } from '../../ui/focus-problem.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import type { HandOnChoice, HandOnScope } from './hand-on-scopes.ts';

export interface HandOnDialogProps {
  /** At least one. */
  scopes: readonly HandOnChoice[];
  onClose(): void;
}

/** 交接: which matters go to whom, and what the receiver should know. */
export function HandOnDialog({ scopes, onClose }: HandOnDialogProps) {
  const { t } = useTranslation('handOn');
  const { message } = App.useApp();
  const fields = useRef<HTMLDivElement>(null);
  const [scope, setScope] = useState<HandOnScope>(scopes[0]?.scope ?? 'one');
  const [to, setTo] = useState<StaffId>();
  const [note, setNote] = useState('');
  const [asked, setAsked] = useState(false);
  const colleagues = useColleagues();
  const chosen = scopes.find((one) => one.scope === scope)?.matters ?? [];
  const handing = useAct({
    mutationFn: (receiver: StaffId) => {
      const said = note.trim();
      return desk.matters.handOn({
        matterIds: chosen.map(({ matterId }) => matterId),
        to: receiver,
        ...(said && { note: said }),
      });
    },
    onSuccess: ({ count }) => {
      void message.success(t('done', { count, name: colleagues?.find(({ id }) => id === to)?.name ?? '' }));
      onClose();
    },
  });
  const accept = () => {
    flushSync(() => setAsked(true));
    if (to) handing.begin(to);
    else if (fields.current) focusFirstProblem(fields.current);
  };
  useDialogKey('accept', accept);
  useReturnFocus();
  return (
    <Modal
      open
      title={t('title')}
      okText={`${t('confirm')} ${keys.accept}`}
      cancelText={t('cancel')}
      confirmLoading={handing.pending}
      onOk={accept}
      onCancel={onClose}
      closable={{ 'aria-label': t('cancel') }}
      mask={{ closable: false }}
      width={520}
    >
      <div ref={fields} className="hand-on-dialog">
        <ScopeChoice scopes={scopes} value={scope} onChoose={setScope} />
        <ReceiverChoice colleagues={colleagues} value={to} onChoose={setTo} problem={asked && !to ? 'required' : undefined} />
        <Field label={t('note')} path="note">
          {(control) => (
            <Input
              {...control}
              autoComplete="off"
              maxLength={200}
              value={note}
              onChange={(event) => setNote(event.target.value)}
            />
          )}
        </Field>
        <p>{t('goOn')}</p>
        <div aria-live="polite">
          <RefusalWords error={handing.error} />
        </div>
      </div>
    </Modal>
  );
}

type Colleague = Awaited<ReturnType<typeof desk.matters.colleagues>>[number];

/** Everybody who can take matters on but whoever sits here. */
function useColleagues(): Colleague[] | undefined {
  const { staff } = useSession();
  const { data } = useQuery(deskQuery.matters.colleagues.queryOptions());
  return data?.filter(({ id }) => id !== staff?.id);
}

interface ScopeChoiceProps {
  scopes: readonly HandOnChoice[];
  value: HandOnScope;
  onChoose(scope: HandOnScope): void;
}

function ScopeChoice({ scopes, value, onChoose }: ScopeChoiceProps) {
  const { t } = useTranslation('handOn');
  const words = ({ scope, matters }: HandOnChoice) => {
    const [first] = matters;
    return scope === 'one'
      ? t('scope.one', { name: first?.name ?? '', number: first?.number ?? '' })
      : t(`scope.${scope}`, { count: matters.length });
  };
  return (
    <Field label={t('which')} group path="scope">
      {(control) => (
        <Radio.Group
          id={control.id}
          aria-labelledby={control['aria-labelledby']}
          value={value}
          onChange={(event) => onChoose(event.target.value as HandOnScope)}
        >
          <Flex vertical gap={4}>
            {scopes.map((one, index) => (
              <Radio key={one.scope} value={one.scope} autoFocus={index === 0}>
                {words(one)}
              </Radio>
            ))}
          </Flex>
        </Radio.Group>
      )}
    </Field>
  );
}

interface ReceiverChoiceProps {
  colleagues: readonly Colleague[] | undefined;
  value: StaffId | undefined;
  onChoose(id: StaffId): void;
  problem: 'required' | undefined;
}

function ReceiverChoice({ colleagues, value, onChoose, problem }: ReceiverChoiceProps) {
  const { t } = useTranslation('handOn');
  if (colleagues?.length === 0) return <p>{t('nobody')}</p>;
  return (
    <Field label={t('to')} group required path="to" problem={problem}>
      {(control) => (
        <Radio.Group
          id={control.id}
          aria-labelledby={control['aria-labelledby']}
          value={value ?? null}
          onChange={(event) => onChoose(event.target.value as StaffId)}
        >
          <Flex gap={4} wrap>
            {colleagues?.map(({ id, name }) => (
              <Radio key={id} value={id}>
                {name}
              </Radio>
            ))}
          </Flex>
        </Radio.Group>
      )}
    </Field>
  );
}
