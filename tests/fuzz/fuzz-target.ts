import type { Arbitrary } from 'fast-check';

/** What became of one input. `refused` and `answered` are both fine: what is fuzzed has said what it thinks of it. */
export type Verdict = 'answered' | 'refused' | { is: 'crashed' | 'changed'; what: string };

/** A boundary, opened once in a worker, and what is put to it. */
export interface FuzzTarget<Input = unknown> {
  readonly inputs: Arbitrary<Input>;
  run(input: Input): Promise<Verdict> | Verdict;
  /** After some inputs of which none was to change anything; says what did. */
  settle?(): Promise<string | undefined>;
  /** After all inputs, once; says what is not as it should be. */
  finish?(): Promise<string | undefined>;
  close?(): Promise<void>;
}

export const crashed = (error: unknown): Verdict => ({ is: 'crashed', what: stackOf(error) });
export const changed = (what: string): Verdict => ({ is: 'changed', what });

function stackOf(error: unknown): string {
  return error instanceof Error ? (error.stack ?? String(error)).split('\n').slice(0, 6).join('\n') : String(error);
}
