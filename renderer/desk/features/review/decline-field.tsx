import { Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { Field } from '../../ui/field.tsx';
import { isImeKey } from '../../ui/ime-key.ts';
import type { DeclineReason } from './use-deciding.ts';

/** Why not. Enter does what Ctrl+Enter does: there is nothing else to fill in. */
export function DeclineField({ reason, onSubmit }: { reason: DeclineReason; onSubmit(): void }) {
  const { t } = useTranslation('approvals');
  return (
    <Field label={t('dialog.why')} required problem={reason.problem} path="reason">
      {(control) => (
        <Input
          {...control}
          autoFocus
          autoComplete="off"
          maxLength={200}
          value={reason.text}
          onChange={(event) => reason.setText(event.target.value)}
          onKeyDown={(event) => {
            const { key, ctrlKey, metaKey, repeat } = event;
            if (key === 'Enter' && !ctrlKey && !metaKey && !repeat && !isImeKey(event.nativeEvent)) onSubmit();
          }}
        />
      )}
    </Field>
  );
}
