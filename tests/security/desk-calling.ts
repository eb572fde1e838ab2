import { isDefinedError } from '@orpc/client';
import { expect } from 'vitest';
import { type RefusalCode, refusals } from '../../shared/domain/refusal.ts';
import type { StubDesk } from './stub-desk.ts';

/** `answered`, a refusal's code, or what else went wrong. */
export async function outcomeOf(desk: StubDesk, path: readonly string[], input: unknown): Promise<string> {
  // Any call by its path, as a page that doesn't keep to the contract would make it.
  const call = path.reduce<unknown>((client, part) => (client as Record<string, unknown>)[part], desk.client) as (
    input: unknown,
    options: { signal: AbortSignal },
  ) => Promise<unknown>;
  const late = AbortSignal.timeout(10_000);
  try {
    const answer = await call(input, { signal: late });
    // A watch is answered by an iterator that would go on for ever.
    if (typeof answer === 'object' && answer !== null && 'return' in answer) await (answer.return as () => Promise<unknown>)();
    return 'answered';
  } catch (error) {
    if (late.aborted) return 'no answer';
    if (!isDefinedError(error)) return `not a typed error: ${String(error)}`;
    const { code, data } = error as { code: RefusalCode; data: unknown };
    expect(refusals[code].safeParse(data).success, `${code} with its details`).toBe(true);
    return code;
  }
}
