import { AutoComplete, Button, Input } from 'antd';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonId } from '../../../../shared/domain/ids.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { keys, useKey } from '../../app/keys.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { DateField } from '../../ui/date-field.tsx';
import { Field } from '../../ui/field.tsx';
import { RefusalWords } from '../../ui/refusal-words.tsx';
import { ScanField } from '../../ui/scan/scan-field.tsx';
import type { Matter } from './stage.ts';
import { type Approval, useApproval } from './use-approval.ts';
import { useKeptText } from './use-kept-form.ts';

export interface ApprovalFormProps {
  personId: PersonId;
  matter: Matter;
  today: PlainDate;
  focused: boolean;
  onDecided(): void;
}

/** An approving body's decision as it lies on the desk: who, under which number, when, and the scan. Ctrl+Enter enters it. */
export function ApprovalForm(props: ApprovalFormProps) {
  const kept = useKeptText(props.personId, 'approval');
  return kept ? <Filled {...props} kept={kept.text} /> : null;
}

function Filled({ focused, ...options }: ApprovalFormProps & { kept: string }) {
  const { t } = useTranslation('recognise');
  const { pack } = usePolicy();
  const route = pack?.routes.find((one) => one.code === options.matter.route);
  // In the official words whatever the screen's language, since they go into the record and onto paper.
  const approvers = route?.approvers.map((body) => body.zh) ?? [];
  const approval = useApproval({ ...options, approvers });
  const button = useRef<HTMLButtonElement>(null);
  const { draft, change, leave, problemOf } = approval;
  useKey('accept', approval.enter);
  return (
    <div className="approval" ref={approval.form}>
      <div className="approval-fields">
        <BodyField approval={approval} suggestions={approvers} focused={focused && draft.body === ''} />
        <Field label={t('approval.reference')} required path="approval.reference" problem={problemOf('reference')}>
          {(control) => (
            <Input
              {...control}
              autoFocus={focused && draft.body !== ''}
              autoComplete="off"
              value={draft.reference}
              onChange={(event) => change({ reference: event.target.value })}
              onBlur={() => leave('reference')}
            />
          )}
        </Field>
        <DateField
          label={t('approval.approvedOn')}
          required
          path="approval.approvedOn"
          problem={problemOf('approvedOn')}
          value={draft.approvedOn}
          onChange={(approvedOn) => change({ approvedOn })}
          onLeave={() => leave('approvedOn')}
        />
      </div>
      <ScanField
        label={t('approval.document')}
        path="approval.document"
        required
        value={draft.document}
        problem={problemOf('document')}
        onStored={(document) => {
          change({ document });
          button.current?.focus();
        }}
      />
      <RefusalWords error={approval.error} />
      <Button ref={button} type="primary" size="large" loading={approval.pending} onClick={approval.enter}>
        {t('approval.enter')} <kbd>{keys.accept}</kbd>
      </Button>
    </div>
  );
}

interface BodyFieldProps {
  approval: Approval;
  suggestions: readonly string[];
  focused: boolean;
}

/** The usual bodies are a choice; what another document says is typed. */
function BodyField({ approval, suggestions, focused }: BodyFieldProps) {
  const { t } = useTranslation('recognise');
  const { draft, change, leave, problemOf } = approval;
  const words = useTranslation('application').t;
  const isOther = draft.body.trim() !== '' && suggestions.length > 0 && !suggestions.includes(draft.body.trim());
  return (
    <Field
      label={t('approval.body')}
      required
      path="approval.body"
      problem={problemOf('body')}
      note={isOther ? words('otherBody') : undefined}
    >
      {({ id, status, ...aria }) => (
        <AutoComplete
          id={id}
          status={status}
          {...aria}
          autoFocus={focused}
          options={suggestions.map((value) => ({ value }))}
          value={draft.body}
          onChange={(body: string) => change({ body })}
          onBlur={() => leave('body')}
        />
      )}
    </Field>
  );
}
