import { useMutation } from '@tanstack/react-query';
import { Typography } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LiveSheet } from '../../../../shared/contract/going-live-calls.ts';
import { deskQuery } from '../../app/desk-client.ts';
import { useSession } from '../../app/session.ts';
import { LanguageButton } from '../../ui/language-button.tsx';
import './going-live.css';
import { GoingLiveForm } from './going-live-form.tsx';
import { KeySheet } from './key-sheet.tsx';
import { SheetCheck } from './sheet-check.tsx';
import { emptyForm, type TypedForm } from './typed-form.ts';

type Step = 'form' | 'sheet' | 'check';
const steps: readonly Step[] = ['form', 'sheet', 'check'];

/** 正式启用, before the desk: the form, the sheet with the keys, and the proof that it was written down. Nothing of it is kept anywhere. */
export function GoingLivePage({ onBack }: { onBack: () => void }) {
  const [step, setStep] = useState<Step>('form');
  const [form, setForm] = useState<TypedForm>(emptyForm);
  const [sheet, setSheet] = useState<LiveSheet>();
  const session = useSession();
  const toTrial = useMutation(deskQuery.session.startTrial.mutationOptions());
  const leave = () => (session.trialThere ? toTrial.mutate(undefined) : onBack());
  const show = (made: LiveSheet) => {
    setSheet(made);
    // The PIN is the vault's now.
    setForm({ ...form, pin: '', again: '' });
    setStep('sheet');
  };
  if (step === 'form' || !sheet)
    return (
      <Frame step="form">
        <GoingLiveForm form={form} onChange={setForm} onMade={show} onBack={leave} />
      </Frame>
    );
  return (
    <Frame step={step}>
      {step === 'sheet' ? (
        <KeySheet sheet={sheet} onCopied={() => setStep('check')} />
      ) : (
        <SheetCheck sheet={sheet} onBack={() => setStep('sheet')} />
      )}
    </Frame>
  );
}

function Frame({ step, children }: { step: Step; children: ReactNode }) {
  const { t } = useTranslation('goingLive');
  return (
    <main className="going-live">
      <div className="going-live-sheet">
        <header className="going-live-head">
          <Typography.Title level={1} className="page-title">
            {t('title')}
          </Typography.Title>
          <ol className="going-live-steps" aria-label={t('steps')}>
            {steps.map((one, at) => (
              <li key={one} aria-current={one === step ? 'step' : undefined}>
                <span className="number">{at + 1}</span> {t(`step.${one}`)}
              </li>
            ))}
          </ol>
          <LanguageButton />
        </header>
        {children}
      </div>
    </main>
  );
}
