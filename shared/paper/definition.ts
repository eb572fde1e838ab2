import type { z } from 'zod';
import type { Advice } from '../domain/advice/advice.ts';
import type { Card } from '../domain/card/card.ts';
import type { Counter } from '../domain/counter/counter.ts';
import type { StaffId } from '../domain/ids.ts';
import type { Recognition } from '../domain/matter/recognition.ts';
import type { PaperAbout, PaperKind } from '../domain/paper/printed-paper.ts';
import type { PlainDate } from '../domain/plain-date.ts';
import type { PolicyPack } from '../domain/policy/pack.ts';
import type { PersonRequest } from '../domain/request/request.ts';
import type { Person } from '../domain/talent/person.ts';

/** What every paper may speak of, whatever it is about. */
export interface OfficeContext {
  counter: Counter;
  /** The pack that its matter began under, else the one in force. */
  pack: PolicyPack;
  /** 经办人. */
  staffName: string;
  today: PlainDate;
}

/** What a paper about a matter or a card may speak of. */
export interface PaperContext extends OfficeContext {
  person: Person;
  recognition: Recognition;
  card?: Card;
  /** The signed text of the certificate's QR; there for a certificate that was granted. */
  certificateToken?: string;
}

/** Everything a paper may speak of, by what it is about. A paper takes its values from there and from nowhere else. */
export interface PaperContexts {
  matter: PaperContext;
  card: PaperContext;
  advice: OfficeContext & { advice: Advice };
  /** Of somebody's recognition, or of a tier as anybody may ask for it. */
  tier: OfficeContext & { team: string; tier: string; person?: Person; recognition?: Recognition };
  /** Without a person: a blank to be filled in by hand. */
  person: OfficeContext & { person?: Person };
  /** A list of entries: its values come from the journal, by the audit's own call. */
  audit: OfficeContext;
  request: OfficeContext & RequestContext;
}

/** What the counter holds about somebody who asks. */
export interface RequestContext {
  request: PersonRequest;
  person: Person;
  recognitions: readonly (Recognition & { teamName: string; tierName: string })[];
  cards: readonly Card[];
  /** How many papers were printed for them. */
  papers: number;
  /** The supervisor who signed the answer off. */
  signedOffByName: string | undefined;
}

/** A paper: its kind, the layout that new ones are printed with, the schema of its values, and how they follow from the records. */
export interface PaperDefinition<
  Values extends Record<string, unknown> = Record<string, unknown>,
  About extends PaperAbout = PaperAbout,
> {
  kind: PaperKind;
  /** What it is about, which is what its values are taken from. */
  about: About;
  title: { zh: string; en: string };
  /** `recognition-certificate/1`: resources/layouts/<this>.json. */
  layout: string;
  valuesSchema: z.ZodType<Values>;
  /** Throws Refusal('paper-not-available') where the records don't (yet) allow this paper. */
  values(context: PaperContexts[About]): Values;
  /** Who stands on it as 经办人, where that isn't who took the matter in; `printer`: whoever prints it. */
  handledBy?(context: Omit<PaperContexts[About], 'staffName'>): StaffId | 'printer' | undefined;
  /** What people call it by, where that isn't the number of what it is about. */
  number?(context: Omit<PaperContexts[About], 'staffName'>): string | undefined;
  /** The values as a screen shows them, of a paper that bears whole numbers: to look at it is not to hand it over. */
  covered?(values: Values): Values;
  /** Its QR is signed for it by the device's key. */
  signed?: true;
  /** A filled example, and worst cases: longest name, rarest characters, empty optional fields. */
  examples: { usual: Values; worst: readonly Values[] };
}

/** A definition of any kind of paper, as whoever hands on its context and values sees it. */
export type AnyPaperDefinition = PaperDefinition<Record<string, unknown>, PaperAbout> & {
  values(context: PaperContexts[PaperAbout]): Record<string, unknown>;
  covered?(values: Record<string, unknown>): Record<string, unknown>;
};
