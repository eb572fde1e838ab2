import { ORPCError } from '@orpc/client';
import fc, { type Arbitrary } from 'fast-check';
import { deskContract } from '../../shared/contract/desk.ts';
import type { CallMeta } from '../../shared/contract/desk-call.ts';
import { type RefusalCode, refusals } from '../../shared/domain/refusal.ts';
import { mayDo, type Role, role } from '../../shared/domain/staff/staff.ts';
import { callsOf } from '../architecture/contract-calls.ts';
import { deskSamples } from '../security/desk-samples.ts';
import { changed, crashed, type FuzzTarget, type Verdict } from './fuzz-target.ts';
import { junk, mutatedValue } from './mutated-value.ts';
import { type CounterDesk, openCounterDesk } from './open-counter-desk.ts';
import { valuesOf } from './schema-values.ts';

interface Ask {
  readonly path: readonly string[];
  readonly name: string;
  readonly who: Role;
  readonly input: unknown;
}

/** Refusals that leave something behind on purpose: a wrong PIN is counted, and journaled. */
const counted: readonly RefusalCode[] = ['wrong-credentials', 'too-many-attempts'];

/** Every call of the contract on a whole counter. What is refused has changed nothing: not the journal, and not a row. */
export async function deskTarget(): Promise<FuzzTarget<Ask>> {
  const counter = await openCounterDesk();
  const { program } = counter;
  let before = { head: counter.head(), rows: await counter.digestRows() };
  let wrote = false;
  return {
    inputs: fc.oneof(...asks(counter.texts)),
    run: async (ask) => {
      // A call before this one may have locked, or signed somebody else in.
      if (program.door.isLocked() || !program.door.caller()) await counter.signIn().catch(() => undefined);
      counter.role = ask.who;
      const head = counter.head();
      const { verdict, code } = await outcome(counter, ask);
      const isSame = counter.head() === head;
      if (!isSame) wrote = true;
      if (verdict === 'refused' && !isSame && !(code && counted.includes(code))) return changed(`the journal, by ${ask.name} (${code})`);
      return verdict;
    },
    settle: async () => {
      const now = { head: counter.head(), rows: await counter.digestRows() };
      const isSilent = !wrote && now.rows !== before.rows;
      before = now;
      wrote = false;
      return isSilent ? 'rows, without an entry' : undefined;
    },
    close: () => counter.close(),
  };
}

async function outcome(counter: CounterDesk, { path, input }: Ask): Promise<{ verdict: Verdict; code?: RefusalCode }> {
  const call = path.reduce<unknown>((client, part) => (client as Record<string, unknown>)[part], counter.desk);
  try {
    const answer = await (call as (input: unknown) => Promise<unknown>)(input);
    // A watch is answered by an iterator that would go on for ever.
    if (typeof answer === 'object' && answer !== null && 'return' in answer) await (answer.return as () => Promise<unknown>)();
    return { verdict: 'answered' };
  } catch (error) {
    if (!(error instanceof ORPCError) || error.status !== 400 || !(error.code in refusals)) return { verdict: crashed(error) };
    const code = error.code as RefusalCode;
    const isWhole = refusals[code].safeParse(error.data).success;
    return { verdict: isWhole ? 'refused' : crashed(`${code} without its details: ${JSON.stringify(error.data)}`), code };
  }
}

function asks(texts: readonly string[]): Arbitrary<Ask>[] {
  return callsOf(deskContract).map(({ name, path, contract }) => {
    const { meta, inputSchema } = contract['~orpc'];
    const who = role.options.find((one) => mayDo(one, (meta as CallMeta).right)) ?? 'clerk';
    return inputsOf(name, inputSchema, texts).map((input) => ({ name, path, who, input }));
  });
}

function inputsOf(name: string, schema: unknown, texts: readonly string[]): Arbitrary<unknown> {
  // A call that takes nothing and is given nothing may do what it is for, which signs out or locks.
  if (schema === undefined) return junk.filter((value) => value !== undefined);
  const sample = fc.constant(deskSamples[name]);
  const shaped = valuesOf(schema, texts);
  return fc.oneof(
    { weight: 4, arbitrary: mutatedValue(sample) },
    { weight: 3, arbitrary: mutatedValue(shaped) },
    { weight: 2, arbitrary: shaped },
    { weight: 1, arbitrary: junk },
  );
}
