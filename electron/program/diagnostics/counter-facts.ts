import type { OpenCounter } from '../../desk/open-counter.ts';

/** What of an open counter helps to find a fault: counts, codes and states, and nothing that anybody typed. */
export interface CounterFacts {
  readonly settings: unknown;
  readonly printing: unknown;
}

const code = /^[a-z][a-z0-9-]{0,40}$/;

/** Takes them from the ledgers in memory. */
export async function counterFacts({ ledger, packs, numbers, journal, notices, printer, printQueue }: OpenCounter, year: number) {
  const { code: counterCode, trial } = ledger.counter();
  const pack = packs.current();
  const { state, reason } = await printer.state();
  const facts: CounterFacts = {
    settings: {
      counterCode,
      trial,
      pack: `${pack.id}@${pack.version}`,
      packRefused: packs.refused()?.faults.length ?? 0,
      staff: countBy(ledger.staffList().map(({ role, leftOn }) => (leftOn ? 'left' : role))),
      people: ledger.peopleCount(),
      openMatters: ledger.openRecognitions().length,
      entries: journal.headSeq(),
      numbersLeft: {
        card: numbers.left('card', year),
        certificate: numbers.left('certificate', year),
        matter: numbers.left('matter', year),
      },
      notices: [...notices()],
    },
    printing: {
      printers: [{ kind: printer.name, state, reason: codeOf(reason) }],
      jobs: countBy(printQueue.list().map((job) => [job.kind, job.state, codeOf(job.reason)].filter(Boolean).join(' '))),
    },
  };
  return facts;
}

/** A reason that is no code of ours may be a sentence of the system's, with a path or a name in it. */
function codeOf(reason: string | undefined): string | undefined {
  return reason === undefined ? undefined : code.test(reason) ? reason : 'other';
}

function countBy(names: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const name of names) counts[name] = (counts[name] ?? 0) + 1;
  return counts;
}
