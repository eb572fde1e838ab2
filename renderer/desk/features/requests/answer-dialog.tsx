import { useQueryClient } from '@tanstack/react-query';
import { Input, Modal, Radio } from 'antd';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RequestView } from '../../../../shared/contract/request-calls.ts';
import type { ErasureGround, RequestAnswer } from '../../../../shared/domain/request/request.ts';
import { answerTo } from '../../../../shared/domain/staff/signed-act.ts';
import { desk, deskQuery } from '../../app/desk-client.ts';
import { keys, useDialogKey } from '../../app/keys.ts';
import { SignOffFields } from '../../app/sign-off-fields.tsx';
import { useSignOff } from '../../app/use-sign-off.ts';
import { Field } from '../../ui/field.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';

export interface AnswerDialogProps {
  request: RequestView;
  grounds: readonly ErasureGround[];
  onClose(): void;
}

type Decision = RequestAnswer['decision'];

/** What is decided and why; an erasure, and every refusal, beside a supervisor. */
export function AnswerDialog({ request, grounds, onClose }: AnswerDialogProps) {
  const { t } = useTranslation('requests');
  const { kind } = request;
  const held = kind === 'erase' && grounds.length > 0;
  const [decision, setDecision] = useState<Decision>(held ? 'refused' : 'granted');
  const [words, setWords] = useState('');
  const answering = useAnswering({ request, decision, words, onClose });
  const second = kind === 'erase' || decision === 'refused';
  const { signing, plain, formId, asked, submitPlain } = answering;
  const submit = () => (second ? signing.submit() : submitPlain());
  useDialogKey('accept', submit);
  useReturnFocus();
  const needsWords = decision === 'refused' && words.trim().length < 2;
  return (
    <Modal
      open
      title={t('answer.title', { kind: t(`kind.${kind}`) })}
      okText={`${t('answer.button')} ${keys.accept}`}
      cancelText={t('answer.cancel')}
      okButtonProps={{ disabled: signing.waitSeconds > 0 }}
      confirmLoading={signing.pending || plain.pending}
      onOk={submit}
      onCancel={onClose}
      closable={{ 'aria-label': t('answer.cancel') }}
      mask={{ closable: false }}
      width={560}
      afterOpenChange={(open) => open && document.querySelector<HTMLElement>('[data-path="decision"] input:checked')?.focus()}
    >
      <p>{t(`answer.consequence.${kind}`)}</p>
      <DecisionFields {...{ decision, setDecision, words, setWords, held }} problem={(asked || signing.asked) && needsWords} />
      {second && (
        <>
          <p>{t('answer.second')}</p>
          <SignOffFields formId={formId} signing={signing} first={false} />
        </>
      )}
      <RefusalWords error={second ? signing.error : plain.error} details={{ waitSeconds: String(signing.waitSeconds) }} />
    </Modal>
  );
}

interface DecisionFieldsProps {
  decision: Decision;
  setDecision(decision: Decision): void;
  words: string;
  setWords(words: string): void;
  /** Something stands against granting it. */
  held: boolean;
  /** The reason that a refusal needs is missing. */
  problem: boolean;
}

function DecisionFields({ decision, setDecision, words, setWords, held, problem }: DecisionFieldsProps) {
  const { t } = useTranslation('requests');
  return (
    <>
      <Field label={t('answer.decision')} group path="decision">
        {(control) => (
          <Radio.Group
            aria-labelledby={control['aria-labelledby']}
            value={decision}
            onChange={(event) => setDecision(event.target.value)}
            options={(['granted', 'refused'] as const).map((value) => ({
              value,
              label: t(`list.decision.${value}`),
              disabled: value === 'granted' && held,
            }))}
          />
        )}
      </Field>
      <Field
        label={t('answer.words')}
        required={decision === 'refused'}
        path="words"
        note={t('answer.wordsNeeded')}
        problem={problem ? 'required' : undefined}
      >
        {(control) => (
          <Input.TextArea
            {...control}
            rows={3}
            maxLength={500}
            value={words}
            onChange={(event) => setWords(event.target.value)}
          />
        )}
      </Field>
    </>
  );
}

interface Answering {
  request: RequestView;
  decision: Decision;
  words: string;
  onClose(): void;
}

function useAnswering({ request: { id: requestId, kind, name }, decision, words, onClose }: Answering) {
  const { t } = useTranslation(['requests', 'signOff']);
  const queries = useQueryClient();
  const formId = useId();
  const [asked, setAsked] = useState(false);
  const said = words.trim();
  const ready = () => decision === 'granted' || said.length >= 2;
  const answer = (ticket?: string) =>
    desk.requests.answer({ requestId, decision, ...(said.length >= 2 && { words: said }), ...(ticket && { ticket }) });
  const onDone = async () => {
    await queries.invalidateQueries({ queryKey: deskQuery.requests.key() });
    onClose();
  };
  const signing = useSignOff({
    act: 'request.decide',
    subjectId: answerTo(requestId, decision),
    what: t('signOff:what.answer', { name, kind: t(`kind.${kind}`), decision: t(`list.decision.${decision}`) }),
    ready,
    withTicket: answer,
    onDone,
  });
  const plain = useAct({ mutationFn: () => answer(), onSuccess: onDone });
  const submitPlain = () => {
    setAsked(true);
    if (ready()) plain.begin();
  };
  return { formId, signing, plain, asked, submitPlain };
}
