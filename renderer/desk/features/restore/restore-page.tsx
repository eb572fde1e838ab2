import { Typography } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BackupFound, RestoreSheet } from '../../../../shared/contract/restore-calls.ts';
import { LanguageButton } from '../../ui/language-button.tsx';
import { ChooseBackup } from './choose-backup.tsx';
import './restore.css';
import { PassphraseCheck } from './passphrase-check.tsx';
import { RecoveryForm } from './recovery-form.tsx';
import { RestoredSheet } from './restored-sheet.tsx';

const steps = ['choose', 'key', 'sheet', 'check'] as const;
type Step = (typeof steps)[number];

/** 从备份恢复, before the desk: the backup, the recovery key, the new passphrase, and the proof that it was written down. `replaces`: a counter that can't be opened. */
export function RestorePage({ onBack, replaces = false }: { onBack: () => void; replaces?: boolean }) {
  const [step, setStep] = useState<Step>('choose');
  const [found, setFound] = useState<BackupFound>();
  const [sheet, setSheet] = useState<RestoreSheet>();
  const choose = (backup: BackupFound) => {
    setFound(backup);
    setStep('key');
  };
  const show = (made: RestoreSheet) => {
    setSheet(made);
    setStep('sheet');
  };
  return (
    <Frame step={step}>
      {step === 'choose' && <ChooseBackup replaces={replaces} onChosen={choose} onBack={onBack} />}
      {step === 'key' && found && <RecoveryForm backup={found} onRestored={show} onBack={() => setStep('choose')} />}
      {step === 'sheet' && sheet && <RestoredSheet sheet={sheet} onCopied={() => setStep('check')} />}
      {step === 'check' && sheet && <PassphraseCheck replaces={replaces} sheet={sheet} onBack={() => setStep('sheet')} />}
    </Frame>
  );
}

function Frame({ step, children }: { step: Step; children: ReactNode }) {
  const { t } = useTranslation('restore');
  return (
    <main className="restore">
      <div className="restore-column">
        <header className="restore-head">
          <Typography.Title level={1} className="page-title">
            {t('title')}
          </Typography.Title>
          <ol className="restore-steps" aria-label={t('steps')}>
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
