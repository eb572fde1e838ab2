import { Alert, Flex, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ReplacementReason } from '../../../../shared/domain/card/card.ts';
import { cardSides } from '../../../../shared/domain/paper/printed-paper.ts';
import { desk } from '../../app/desk-client.ts';
import { Field } from '../../ui/field.tsx';
import { useAct } from '../../ui/use-act.ts';
import { CardDialog } from './card-dialog.tsx';
import type { TaskDialogProps } from './task-dialog.ts';

/** 换发 asks why; 补办 of a card that was reported lost asks nothing. The new card's both sides are shown, ready to print. */
export function ReplaceDialog({ task, onDone, onClose }: TaskDialogProps) {
  const { t } = useTranslation('cardLife');
  const { card } = task;
  const isLost = card.state === 'lost';
  const [chosen, setChosen] = useState<ReplacementReason | undefined>(isLost ? 'lost' : undefined);
  const [asked, setAsked] = useState(false);
  const replacing = useAct({
    mutationFn: (reason: ReplacementReason) => desk.cards.replace({ cardNumber: card.number, reason }),
    onSuccess: ({ cardNumber }) => onDone(cardSides(cardNumber)),
  });
  const accept = () => {
    setAsked(true);
    if (chosen) replacing.begin(chosen);
  };
  return (
    <CardDialog
      task={task}
      pending={replacing.pending}
      error={replacing.error}
      onAccept={accept}
      onClose={onClose}
      asksNothing={isLost}
    >
      {!isLost && <ReplacementChoice chosen={chosen} onChoose={setChosen} />}
      <div aria-live="polite">{asked && !chosen && <Alert type="warning" showIcon title={t('reason.needed')} />}</div>
    </CardDialog>
  );
}

interface ReplacementChoiceProps {
  chosen: ReplacementReason | undefined;
  onChoose(reason: ReplacementReason): void;
}

function ReplacementChoice({ chosen, onChoose }: ReplacementChoiceProps) {
  const { t } = useTranslation('cardLife');
  return (
    <Field label={t('reason.label')} group>
      {(control) => (
        <Radio.Group
          id={control.id}
          aria-labelledby={control['aria-labelledby']}
          value={chosen ?? null}
          onChange={(event) => onChoose(event.target.value as ReplacementReason)}
        >
          <Flex vertical gap={4}>
            {(['damaged', 'renamed', 'expiring'] as const).map((reason, index) => (
              <Radio key={reason} value={reason} autoFocus={index === 0}>
                {t(`replacement.${reason}`)}
              </Radio>
            ))}
          </Flex>
        </Radio.Group>
      )}
    </Field>
  );
}
