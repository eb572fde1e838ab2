import { DownOutlined, UpOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type FieldName, type SectionName, textOf } from './registration-fields.ts';
import { useThisRegistration } from './use-registration.ts';

export interface SectionProps {
  name: SectionName;
  /** At the right of the title: what adds a row, what unfolds the rest. */
  acts?: ReactNode;
  children: ReactNode;
  /** An optional section, which Enter at its empty first field passes over whole. */
  run?: string;
}

export function Section({ name, acts, children, run }: SectionProps) {
  const { t } = useTranslation('register');
  return (
    <section className="register-section" data-section={name} data-run={run} aria-labelledby={`section-${name}`}>
      <div className="section-head">
        <h2 id={`section-${name}`}>{t(`section.${name}`)}</h2>
        <span className="section-acts">{acts}</span>
      </div>
      {children}
    </section>
  );
}

export interface Folding {
  open: boolean;
  toggle: () => void;
}

/** Rarely used fields are folded away, but never while something stands in one of them or is refused about it. */
export function useFolding(names: readonly FieldName[]): Folding {
  const { form, problems } = useThisRegistration();
  const [wanted, setWanted] = useState(false);
  const used = names.some((name) => textOf(form.fields, name) !== '' || problems[name] !== undefined);
  return { open: wanted || used, toggle: () => setWanted((now) => !now) };
}

/** Unfolds the rarely used fields, and names them. */
export function MoreButton({ folding, what }: { folding: Folding; what: string }) {
  const { t } = useTranslation('register');
  const { open, toggle } = folding;
  return (
    <Button size="small" type="text" aria-expanded={open} icon={open ? <UpOutlined /> : <DownOutlined />} onClick={toggle}>
      {t(open ? 'more.close' : 'more.open', { what })}
    </Button>
  );
}
