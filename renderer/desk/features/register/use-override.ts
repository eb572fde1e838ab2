import { useState } from 'react';
import type { EvidenceFile } from '../../../../shared/domain/evidence/evidence-file.ts';
import type { Sha256Hex } from '../../../../shared/domain/ids.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';
import { readNumber } from './check-field.ts';
import type { RegistrationForm, SetForm } from './form-state.ts';
import { leaveField } from './registration-form.ts';
import { fileText, readFileText } from './stored-file.ts';

/** A supervisor's sign-off for a number whose check digit alone is wrong. */
export interface Override {
  /** The number that could be accepted so. */
  number: string | undefined;
  image: EvidenceFile | undefined;
  setImage(image: EvidenceFile): void;
  /** Who has accepted this very number; gone with the page, since a sign-off is kept nowhere. */
  by: string | undefined;
  accept(signed: { ticket: string; by: string }): void;
  /** The program wants it signed again. */
  withdraw(): void;
  /** As the contract has it. */
  toSend: { ticket: string; image: Sha256Hex } | undefined;
}

interface Signed {
  number: string;
  ticket: string;
  by: string;
}

export function useOverride({ form, setForm, today }: { form: RegistrationForm; setForm: SetForm; today: PlainDate }): Override {
  const [signed, setSigned] = useState<Signed>();
  const number = form.fields['document.number'];
  const read = readNumber(form.fields, today);
  const image = readFileText(form.fields['override.image']);
  const holds = signed !== undefined && signed.number === number && form.fields['override.number'] === number;
  const acceptNumber = (accepted: string) =>
    setForm((now) => leaveField({ ...now, fields: { ...now.fields, 'override.number': accepted } }, 'document.number', today));
  return {
    number: !read.ok && read.overridable ? number : undefined,
    image,
    setImage: (file) => setForm((now) => ({ ...now, fields: { ...now.fields, 'override.image': fileText(file) } })),
    by: holds ? signed.by : undefined,
    accept: ({ ticket, by }) => {
      setSigned({ number, ticket, by });
      acceptNumber(number);
    },
    withdraw: () => {
      setSigned(undefined);
      acceptNumber('');
    },
    toSend: holds && image ? { ticket: signed.ticket, image: image.sha256 } : undefined,
  };
}
