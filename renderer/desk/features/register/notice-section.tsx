import { Button, Checkbox, Input } from 'antd';
import { useTranslation } from 'react-i18next';
import { keys } from '../../app/keys.ts';
import { usePaperDesk } from '../../app/paper-desk.ts';
import { useMay } from '../../app/use-may.ts';
import { usePolicy } from '../../app/use-policy.ts';
import { ScanField } from '../../ui/scan/scan-field.tsx';
import { RegistrationField } from './fields.tsx';
import { Section } from './section.tsx';
import { fileText, readFileText } from './stored-file.ts';
import { useThisRegistration } from './use-registration.ts';

/** 个人信息处理告知书: what it is for, and that it was given and its receipt signed – an act of its own, done by its key or here. */
export function NoticeSection() {
  const { t } = useTranslation('register');
  const { said } = usePolicy();
  const { form, notice, problems, choose } = useThisRegistration();
  const { current, given } = notice;
  const paperDesk = usePaperDesk();
  const mayPrint = useMay('paper.print');
  const purposes = current?.purposes.map(({ name }) => said(name)).join(t('and')) ?? '';
  return (
    <Section name="notice">
      <p className="quiet notice-what">
        {current ? t('notice.what', { version: current.version, purposes }) : t('notice.waiting')}{' '}
        {mayPrint && (
          <Button size="small" onClick={() => paperDesk.open({ subjects: [{ kind: 'privacy-notice' }] })}>
            {t('notice.print')}
          </Button>
        )}
      </p>
      <div className="register-grid">
        <GivenField span={given ? 13 : 24} />
        {given && (
          <div className="notice-receipt">
            <ScanField
              label={t('field.intake.notice.receipt')}
              path="intake.notice.receipt"
              value={readFileText(form.fields['intake.notice.receipt'])}
              problem={problems['intake.notice.receipt']}
              onStored={(file) => choose('intake.notice.receipt', fileText(file))}
            />
          </div>
        )}
      </div>
    </Section>
  );
}

const name = 'intake.notice.givenOn';

/** The act and its day; the tick stays where it is, so that the cursor does. */
function GivenField({ span }: { span: number }) {
  const { t } = useTranslation('register');
  const { form, notice, type, leave } = useThisRegistration();
  return (
    <RegistrationField name={name} span={span} group>
      {(control) => (
        <div className="given-line">
          <span data-stop="">
            <Checkbox
              className="tick"
              checked={notice.given}
              disabled={!notice.current}
              aria-describedby={control['aria-describedby']}
              onChange={(event) => notice.setGiven(event.target.checked)}
            >
              {t('notice.given')} <kbd>{keys.inform}</kbd>
            </Checkbox>
          </span>
          {notice.given && (
            <Input
              className="number"
              status={control.status}
              aria-label={t('field.intake.notice.givenOn')}
              aria-invalid={control['aria-invalid']}
              value={form.fields[name]}
              maxLength={300}
              autoComplete="off"
              onChange={(event) => type(name, event.target.value)}
              onBlur={() => leave(name)}
            />
          )}
        </div>
      )}
    </RegistrationField>
  );
}
