import { Flex, Input, Radio, Typography } from 'antd';
import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { collector } from '../../../../shared/domain/card/card.ts';
import { desk } from '../../app/desk-client.ts';
import { Field } from '../../ui/field.tsx';
import { focusFirstProblem } from '../../ui/focus-problem.ts';
import { useAct } from '../../ui/use-act.ts';
import { CardDialog } from './card-dialog.tsx';
import { type CollectorDraft, type CollectorProblems, collectorProblems, selfCollects, toCollector } from './collector-draft.ts';
import type { TaskDialogProps } from './task-dialog.ts';

/** 领取: who takes the card away. The person needs one key; anybody else gives a name and shows a document. */
export function HandOverDialog({ task, onDone, onClose }: TaskDialogProps) {
  const { card } = task;
  const fields = useRef<HTMLDivElement>(null);
  const [draft, setDraft] = useState(selfCollects);
  const [asked, setAsked] = useState(false);
  const act = useAct({
    mutationFn: () =>
      desk.cards.change({ cardNumber: card.number, act: 'hand-over', collector: toCollector(draft, card.holder) }),
    onSuccess: () => onDone([{ kind: 'delivery-receipt', cardNumber: card.number }]),
  });
  const problems = collectorProblems(draft);
  const accept = () => {
    flushSync(() => setAsked(true));
    if (Object.keys(problems).length === 0) act.begin();
    else if (fields.current) focusFirstProblem(fields.current);
  };
  return (
    <CardDialog task={task} pending={act.pending} error={act.error} onAccept={accept} onClose={onClose}>
      <div ref={fields}>
        <CollectorFields draft={draft} onChange={setDraft} problems={asked ? problems : {}} />
      </div>
    </CardDialog>
  );
}

interface CollectorFieldsProps {
  draft: CollectorDraft;
  onChange(draft: CollectorDraft): void;
  problems: CollectorProblems;
}

function CollectorFields({ draft, onChange, problems }: CollectorFieldsProps) {
  const { t } = useTranslation('cardLife');
  const text = (name: 'name' | 'documentTail') => ({
    value: draft[name],
    autoComplete: 'off',
    onChange: (event: { target: { value: string } }) => onChange({ ...draft, [name]: event.target.value }),
  });
  return (
    <>
      <Field label={t('collector.role')} group path="collector.role">
        {(control) => (
          <Radio.Group
            id={control.id}
            aria-labelledby={control['aria-labelledby']}
            value={draft.role}
            onChange={(event) => onChange({ ...draft, role: event.target.value as CollectorDraft['role'] })}
          >
            <Flex gap={4} wrap>
              {collector.shape.role.options.map((role) => (
                <Radio key={role} value={role} autoFocus={role === 'self'}>
                  {t(`collector.roles.${role}`)}
                </Radio>
              ))}
            </Flex>
          </Radio.Group>
        )}
      </Field>
      <Typography.Paragraph type="secondary">{t(`collector.shows.${draft.role}`)}</Typography.Paragraph>
      {draft.role !== 'self' && (
        <div className="card-dialog-pair">
          <Field label={t('collector.name')} required path="collector.name" problem={problems.name}>
            {(control) => <Input {...control} {...text('name')} maxLength={100} />}
          </Field>
          <Field label={t('collector.documentTail')} required path="collector.documentTail" problem={problems.documentTail}>
            {(control) => <Input {...control} {...text('documentTail')} maxLength={12} />}
          </Field>
        </div>
      )}
    </>
  );
}
