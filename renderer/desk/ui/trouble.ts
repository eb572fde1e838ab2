import { ORPCError } from '@orpc/client';
import { type RefusalCode, type RefusalDetails, refusals } from '../../../shared/domain/refusal.ts';

/** The way to the program was lost before an answer came. What was acknowledged before is kept. */
export class PortLost extends Error {
  constructor(cause: unknown) {
    super('port-lost', { cause });
    this.name = 'PortLost';
  }
}

export type RefusalTrouble = { [C in RefusalCode]: { kind: 'refusal'; code: C; details: RefusalDetails<C> } }[RefusalCode];
/** Whatever a call can end with besides its answer, in the three kinds that a clerk acts on differently. */
export type Trouble = RefusalTrouble | { kind: 'lost' } | { kind: 'bug'; incident: string | undefined };

/** Sorts what a call threw. Details are checked again, so that words are never filled with something else. */
export function toTrouble(error: unknown): Trouble {
  if (error instanceof PortLost) return { kind: 'lost' };
  if (!(error instanceof ORPCError)) return { kind: 'bug', incident: undefined };
  if (isRefusalCode(error.code)) {
    const details = refusals[error.code].safeParse(error.data);
    if (details.success) return { kind: 'refusal', code: error.code, details: details.data } as RefusalTrouble;
  }
  return { kind: 'bug', incident: incidentOf(error.data) };
}

/** The details of one refusal, or undefined where it is another trouble: `findRefusal(error, 'already-registered')?.personId`. */
export function findRefusal<C extends RefusalCode>(error: unknown, code: C): RefusalDetails<C> | undefined {
  const trouble = toTrouble(error);
  return trouble.kind === 'refusal' && trouble.code === code ? (trouble.details as RefusalDetails<C>) : undefined;
}

/** Fields that a call refused, by path, e.g. `{ 'document.number': 'id-check-digit' }`; empty for every other trouble. */
export function refusedFields(error: unknown): Record<string, string> {
  const details = findRefusal(error, 'field-refused') ?? findRefusal(error, 'bad-input');
  return Object.fromEntries((details?.fields ?? []).map((field) => [field.path, field.code]));
}

function isRefusalCode(code: string): code is RefusalCode {
  return Object.hasOwn(refusals, code);
}

function incidentOf(data: unknown): string | undefined {
  if (typeof data !== 'object' || data === null || !('incident' in data)) return undefined;
  return typeof data.incident === 'string' ? data.incident : undefined;
}
