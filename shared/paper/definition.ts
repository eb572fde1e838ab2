import type { z } from 'zod';
import type { Card } from '../domain/card/card.ts';
import type { Counter } from '../domain/counter/counter.ts';
import type { Recognition } from '../domain/matter/recognition.ts';
import type { PaperKind } from '../domain/paper/printed-paper.ts';
import type { PlainDate } from '../domain/plain-date.ts';
import type { PolicyPack } from '../domain/policy/pack.ts';
import type { Person } from '../domain/talent/person.ts';

/** Everything a paper may speak of. A paper takes its values from here and from nowhere else. */
export interface PaperContext {
  counter: Counter;
  pack: PolicyPack;
  person: Person;
  recognition: Recognition;
  card?: Card;
  /** The signed text of the certificate's QR; there for a certificate that was granted. */
  certificateToken?: string;
  staffName: string;
  today: PlainDate;
}

/** A paper: its kind, the layout that new ones are printed with, the schema of its values, and how they follow from the records. */
export interface PaperDefinition<Values extends Record<string, unknown> = Record<string, unknown>> {
  kind: PaperKind;
  title: { zh: string; en: string };
  /** `recognition-certificate/1`: resources/layouts/<this>.json. */
  layout: string;
  valuesSchema: z.ZodType<Values>;
  /** Throws Refusal('paper-not-available') where the records don't (yet) allow this paper. */
  values(context: PaperContext): Values;
  /** A filled example, and worst cases: longest name, rarest characters, empty optional fields. */
  examples: { usual: Values; worst: readonly Values[] };
}
