import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { DemoError } from './demo-error.ts';

export interface DemoOptions {
  /** Where summary, papers and screens are written; made anew. */
  readonly out: string;
  readonly talents: number;
  readonly roster: string;
}

const mostTalents = 2_000;
const usage = 'npm run demo -- --out DIR [--talents N] [--roster FILE] [--host=electron|chromium]';

/** Reads `--out DIR [--talents N] [--roster FILE]`. Throws DemoError, whose message is for whoever typed it. */
export function readDemoOptions(args: readonly string[], resources: string): DemoOptions {
  const { out, talents: said, roster } = parse(args, resolve(resources, 'demo', 'roster.csv'));
  if (!out) throw new DemoError(`Say where to write: ${usage}`);
  const talents = Number(said);
  if (!Number.isInteger(talents) || talents < 1 || talents > mostTalents)
    throw new DemoError(`--talents takes a whole number from 1 to ${mostTalents}, not "${said}".`);
  const file = statSync(resolve(roster), { throwIfNoEntry: false });
  if (!file?.isFile()) throw new DemoError(`--roster takes a CSV file; ${resolve(roster)} is none.`);
  return { out: resolve(out), talents, roster: resolve(roster) };
}

function parse(args: readonly string[], defaultRoster: string) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        out: { type: 'string' },
        talents: { type: 'string', default: '12' },
        roster: { type: 'string', default: defaultRoster },
        // Chosen by whoever starts this process, which already runs on it.
        host: { type: 'string' },
      },
    });
    return values;
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    const [sentence] = error.message.split(/(?<=\.)\s/);
    throw new DemoError(`${sentence}\nThe demo is started by: ${usage}`, { cause: error });
  }
}
