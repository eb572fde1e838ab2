import { resolve } from 'node:path';
import { parseArgs } from 'node:util';

export interface DemoOptions {
  /** Where summary, papers and screens are written; made anew. */
  readonly out: string;
  readonly talents: number;
  readonly roster: string;
}

const mostTalents = 2_000;

/** Reads `--out DIR [--talents N] [--roster FILE]`. Throws an Error whose message is for whoever typed it. */
export function readDemoOptions(args: readonly string[], resources: string): DemoOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      out: { type: 'string' },
      talents: { type: 'string', default: '12' },
      roster: { type: 'string', default: resolve(resources, 'demo', 'roster.csv') },
      // Chosen by whoever starts this process, which already runs on it.
      host: { type: 'string' },
    },
  });
  const talents = Number(values.talents);
  if (values.out === undefined) throw new Error('Say where to write: --out DIR');
  if (!Number.isInteger(talents) || talents < 1 || talents > mostTalents)
    throw new Error(`--talents takes a whole number from 1 to ${mostTalents}`);
  return { out: resolve(values.out), talents, roster: resolve(values.roster) };
}
