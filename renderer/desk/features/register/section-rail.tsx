import { CheckCircleFilled, EditOutlined, ExclamationCircleFilled, MinusCircleOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { keys } from '../../app/keys.ts';
import { type SectionName, sectionNames } from './registration-fields.ts';
import { type SectionState, sectionState } from './section-state.ts';
import { useThisRegistration } from './use-registration.ts';

const marks: Record<SectionState, ReactNode> = {
  empty: <MinusCircleOutlined aria-hidden="true" />,
  filling: <EditOutlined aria-hidden="true" />,
  ready: <CheckCircleFilled aria-hidden="true" />,
  attention: <ExclamationCircleFilled aria-hidden="true" />,
};

/** The sections with their states; also the index: choosing one goes to its first refused or empty field. */
export function SectionRail() {
  const { t } = useTranslation('register');
  const { form, problems, today } = useThisRegistration();
  return (
    <nav className="register-rail" aria-label={t('rail')}>
      <ol>
        {sectionNames.map((name) => {
          const state = sectionState(name, form, { problems, today });
          return (
            <li key={name}>
              <button type="button" data-state={state} onClick={() => goTo(name)}>
                <span>{t(`section.${name}`)}</span>
                <small>
                  {marks[state]} {t(`state.${state}`)}
                </small>
              </button>
            </li>
          );
        })}
      </ol>
      <dl>
        <dt>Enter</dt>
        <dd>{t('hint.next')}</dd>
        <dt>{keys.inform}</dt>
        <dd>{t('hint.inform')}</dd>
        <dt>{keys.accept}</dt>
        <dd>{t('hint.accept')}</dd>
        <dt>{keys.back}</dt>
        <dd>{t('hint.back')}</dd>
      </dl>
    </nav>
  );
}

function goTo(section: SectionName): void {
  const place = document.querySelector<HTMLElement>(`[data-section=${section}]`);
  const inputs = place?.querySelectorAll<HTMLInputElement>('input:not([type=checkbox])') ?? [];
  const [first] = inputs;
  const refused = place?.querySelector<HTMLElement>('.field[data-invalid] input');
  const empty = [...inputs].find((input) => !['radio', 'file'].includes(input.type) && input.value === '');
  // The notice's tick, and a list without rows, have no such input.
  const act = place?.querySelector<HTMLElement>('[data-stop] input, [data-adds]');
  (refused ?? empty ?? first ?? act)?.focus();
  place?.scrollIntoView({ block: 'nearest' });
}
