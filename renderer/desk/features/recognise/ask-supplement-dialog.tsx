import { Checkbox, Input, InputNumber, Modal, Select, Typography } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import { isHandedIn } from '../../../../shared/domain/matter/application-facts.ts';
import {
  type SupplementItem,
  supplementDue,
  supplementField,
  supplementReason,
} from '../../../../shared/domain/matter/supplement.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { desk } from '../../app/desk-client.ts';
import { keys, useDialogKey } from '../../app/keys.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { useAct } from '../../ui/use-act.ts';
import { useReturnFocus } from '../../ui/use-return-focus.ts';
import type { Matter } from './stage.ts';
import { subjectsOf, type ToSupplement } from './to-supplement.ts';
import { useAskAgain } from './use-ask-again.ts';

export interface AskSupplementDialogProps {
  personId: PersonId;
  matter: Matter;
  today: PlainDate;
  onClose(): void;
}

type Chosen = Partial<Record<string, { reason: SupplementItem['reason']; words: string }>>;

/** 一次性告知: everything that is amiss, each with its reason, and until when. What is missing and required is ticked already. */
export function AskSupplementDialog({ personId, matter, today, onClose }: AskSupplementDialogProps) {
  const { t } = useTranslation('application');
  const { pack } = usePolicy();
  const subjects = subjectsOf(matter);
  const [chosen, setChosen] = useState<Chosen>(() => missingOnes(matter));
  const [days, setDays] = useState(pack?.supplementWorkingDays ?? 5);
  const [again, setAgain] = useState('');
  const items = itemsOf(subjects, chosen);
  const act = useAsk({ personId, matter, onClose });
  const submit = () => {
    const more = again.trim();
    if (items.length > 0) act.begin({ items, workingDays: days, ...(more && { again: more }) });
  };
  useDialogKey('accept', submit);
  useReturnFocus();
  return (
    <Modal
      open
      width={860}
      title={t('supplement.askTitle')}
      okText={`${t('supplement.confirm')} ${keys.accept}`}
      cancelText={t('supplement.cancel')}
      okButtonProps={{ disabled: items.length === 0 }}
      confirmLoading={act.pending}
      onOk={submit}
      onCancel={onClose}
      closable={{ 'aria-label': t('supplement.cancel') }}
      mask={{ closable: false }}
    >
      <p>{t('supplement.askWhat')}</p>
      {subjects.map((one, at) => (
        <OneSubject
          key={one.key}
          subject={one}
          first={at === 0}
          value={chosen[one.key]}
          onChange={(value) => setChosen((before) => ({ ...before, [one.key]: value }))}
        />
      ))}
      <Days days={days} today={today} onChange={setDays} />
      {(matter.supplements?.length ?? 0) > 0 && (
        <Input
          aria-label={t('supplement.again')}
          placeholder={t('supplement.again')}
          maxLength={200}
          value={again}
          onChange={(event) => setAgain(event.target.value)}
        />
      )}
      <RefusalWords error={act.error} />
    </Modal>
  );
}

type Asked = Omit<Parameters<typeof desk.recognitions.askSupplement>[0], 'matterId'>;

function useAsk({ personId, matter, onClose }: Omit<AskSupplementDialogProps, 'today'>) {
  const askAgain = useAskAgain(personId);
  return useAct({
    mutationFn: (asked: Asked) => desk.recognitions.askSupplement({ matterId: matter.id, ...asked }),
    onSuccess: async () => {
      await askAgain();
      onClose();
    },
  });
}

function itemsOf(subjects: readonly ToSupplement[], chosen: Chosen): SupplementItem[] {
  return subjects.flatMap(({ key, subject }) => {
    const one = chosen[key];
    const words = one?.words.trim();
    return one ? [{ ...subject, reason: one.reason, ...(words && { words }) }] : [];
  });
}

interface DaysProps {
  days: number;
  today: PlainDate;
  onChange(days: number): void;
}

/** How many working days, and which day that is; said plainly where holidays aren't counted. */
function Days({ days, today, onChange }: DaysProps) {
  const { t } = useTranslation('application');
  const { pack } = usePolicy();
  const due = pack && supplementDue(today, days, pack);
  return (
    <div className="supplement-foot">
      <span id="supplement-days">{t('supplement.workingDays')}</span>
      <InputNumber aria-labelledby="supplement-days" min={1} max={90} value={days} onChange={(value) => onChange(value ?? 5)} />
      {due && <span className="number">{t('supplement.due', { date: due.day })}</span>}
      {due?.weekendsOnly && <Typography.Text type="secondary">{t('supplement.weekendsOnly')}</Typography.Text>}
    </div>
  );
}

interface OneSubjectProps {
  subject: ToSupplement;
  first: boolean;
  value: Chosen[string];
  onChange(value: Chosen[string]): void;
}

function OneSubject({ subject, first, value, onChange }: OneSubjectProps) {
  const { t } = useTranslation('application');
  const { said } = usePolicy();
  const name = subject.material ? said(subject.material) : t(`field.${supplementField.parse(subject.subject.code)}`);
  return (
    <div className="supplement-item">
      <Checkbox
        autoFocus={first}
        checked={value !== undefined}
        onChange={(event) => onChange(event.target.checked ? { reason: 'missing', words: '' } : undefined)}
      >
        {name}
      </Checkbox>
      {value && (
        <>
          <Select
            aria-label={t('material.of', { field: t('supplement.reason'), name })}
            value={value.reason}
            onChange={(reason) => onChange({ ...value, reason })}
            options={supplementReason.options.map((one) => ({ value: one, label: t(`supplement.reasons.${one}`) }))}
          />
          <Input
            aria-label={t('material.of', { field: t('supplement.words'), name })}
            placeholder={t('supplement.words')}
            status={value.reason === 'other' && value.words.trim() === '' ? 'error' : ''}
            maxLength={60}
            value={value.words}
            onChange={(event) => onChange({ ...value, words: event.target.value })}
          />
        </>
      )}
    </div>
  );
}

/** What the pack requires and the case doesn't have. */
function missingOnes({ asked, materials = [] }: Matter): Chosen {
  const lacking = asked.filter(
    ({ code, required }) => required && !materials.some((one) => one.kind === code && isHandedIn(one)),
  );
  return Object.fromEntries(lacking.map(({ code }) => [`material/${code}`, { reason: 'missing' as const, words: '' }]));
}
