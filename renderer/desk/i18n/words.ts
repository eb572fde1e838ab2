import { fieldCodes as fieldCodesEn, fieldNotes as fieldNotesEn } from './en/field-codes.ts';
import { refusals as refusalsEn, troubles as troublesEn } from './en/refusals.ts';
import { shell as shellEn } from './en/shell.ts';
import type { SameShape } from './same-shape.ts';
import { fieldCodes, fieldNotes } from './zh/field-codes.ts';
import { refusals, troubles } from './zh/refusals.ts';
import { shell } from './zh/shell.ts';

/** All words, by feature. A feature's screens read theirs by `useTranslation('<feature>')`; a new feature adds one line to each table. */
export const zh = {
  shell,
  refusals,
  troubles,
  fieldCodes,
  fieldNotes,
} as const;

export const en: SameShape<typeof zh> = {
  shell: shellEn,
  refusals: refusalsEn,
  troubles: troublesEn,
  fieldCodes: fieldCodesEn,
  fieldNotes: fieldNotesEn,
};
