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
import { type KnownTexts, valuesOf } from './schema-values.ts';

interface Ask {
  readonly path: readonly string[];
  readonly name: string;
  readonly who: Role;
  readonly input: unknown;
}

/** Refusals that leave something behind on purpose: a wrong PIN is counted, and journaled. */
const counted: readonly RefusalCode[] = ['wrong-credentials', 'too-many-attempts'];
/**
 * Every call of the contract on a whole counter. What is refused has changed nothing: not the journal, not a row, not a file. What was
 * taken holds: in the end the counter starts from its journal alone, and shows what it showed before.
 */
export async function deskTarget(): Promise<FuzzTarget<Ask>> {
  let counter = await openCounterDesk();
  let rows = await settledRows(counter);
  let headOfRows = counter.head();
  const run = async (ask: Ask): Promise<Verdict> => {
    if (!(await isSignedIn(counter))) {
      // What was taken has ended the clerk's access, or waits for wrong PINs: another counter.
      await counter.close();
      counter = await openCounterDesk();
      rows = await settledRows(counter);
      headOfRows = counter.head();
    }
    counter.role = ask.who;
    const before = counter.head();
    const files = counter.files();
    const { verdict, code } = await outcome(counter, ask);
    // A next data key that was taken in goes on in the background, and changes files, rows and journal beside the calls.
    if (verdict === 'answered' && !(await counter.resealed())) return crashed('sealing anew came to no end');
    const isSame = counter.head() === before;
    if (verdict !== 'refused' || (code && counted.includes(code))) return verdict;
    if (!isSame) return changed(`the journal, by ${ask.name} (${code})`);
    // The queue prints beside the calls, which takes notes away and makes none.
    const made = [...counter.files()].filter((name) => !files.has(name));
    return made.length === 0 ? verdict : changed(`files, by ${ask.name} (${code}): ${made.length} new`);
  };
  return {
    get inputs() {
      return fc.oneof(...asks(counter.known));
    },
    run,
    settle: async () => {
      const before = rows;
      rows = await settledRows(counter);
      const isSilent = counter.head() === headOfRows && rows !== before;
      headOfRows = counter.head();
      if (rows === 'late') return 'the journal, but not the rows';
      return isSilent ? 'rows, without an entry' : undefined;
    },
    finish: async () => {
      if (!(await isSignedIn(counter))) return undefined;
      const before = await views(counter);
      await counter.startAnew();
      const after = await views(counter);
      return before === after ? undefined : `what the counter shows, by a start from the journal: ${before}\n${after}`;
    },
    close: () => counter.close(),
  };
}

async function settledRows(counter: CounterDesk): Promise<string> {
  return (await counter.rowsArrive()) ? counter.digestRows() : 'late';
}

async function isSignedIn(counter: CounterDesk): Promise<boolean> {
  const { door } = counter.program;
  if (door.isLocked() || !door.caller()) await counter.signIn().catch(() => undefined);
  return !door.isLocked() && door.caller() !== undefined;
}

/** What a clerk would see of everybody: that it can be shown, and is the same. */
async function views({ desk, known }: CounterDesk): Promise<string> {
  const [recent, waiting, cards] = [await desk.talents.recent(), await desk.recognitions.waiting(), await desk.cards.waiting()];
  const people = await Promise.all(
    (known['personId'] ?? []).map((personId) => desk.talents.get({ personId } as never).catch(String)),
  );
  return JSON.stringify([recent.map(({ personId }: { personId: string }) => personId).sort(), waiting, cards, people]);
}

async function outcome(counter: CounterDesk, { path, input }: Ask): Promise<{ verdict: Verdict; code?: RefusalCode }> {
  const call = path.reduce<unknown>((client, part) => (client as Record<string, unknown>)[part], counter.desk);
  try {
    const answer = await (call as (input: unknown) => Promise<unknown>)(input);
    // A watch is answered by an iterator that would go on for ever.
    if (typeof answer === 'object' && answer !== null && 'return' in answer) await (answer.return as () => Promise<unknown>)();
    return { verdict: 'answered' };
  } catch (error) {
    const isTyped = error instanceof ORPCError && error.status === 400 && error.code in refusals;
    if (!isTyped) return { verdict: crashed(counter.bug ?? error) };
    const code = error.code as RefusalCode;
    const isWhole = refusals[code].safeParse(error.data).success;
    return { verdict: isWhole ? 'refused' : crashed(`${code} without its details: ${JSON.stringify(error.data)}`), code };
  }
}

function asks(known: KnownTexts): Arbitrary<Ask>[] {
  return callsOf(deskContract).map(({ name, path, contract }) => {
    const { meta, inputSchema } = contract['~orpc'];
    const who = role.options.find((one) => mayDo(one, (meta as CallMeta).right)) ?? 'clerk';
    return inputsOf(name, inputSchema, known).map((input) => ({ name, path, who, input }));
  });
}

/** Calls that take nothing and can be asked as they are; the others would lock or sign out, and the next input had nobody. */
const endsSession = ['session.lock', 'session.signOut', 'session.startTrial'];

function inputsOf(name: string, schema: unknown, known: KnownTexts): Arbitrary<unknown> {
  if (schema === undefined) {
    const others = junk.filter((value) => value !== undefined);
    return endsSession.includes(name)
      ? others
      : fc.oneof({ weight: 4, arbitrary: others }, { weight: 1, arbitrary: fc.constant(undefined) });
  }
  const shaped = valuesOf(schema, known);
  return fc.oneof(
    { weight: 3, arbitrary: mutatedValue(fc.constant(deskSamples[name])) },
    { weight: 3, arbitrary: mutatedValue(shaped) },
    { weight: 4, arbitrary: shaped },
    { weight: 1, arbitrary: junk },
  );
}
