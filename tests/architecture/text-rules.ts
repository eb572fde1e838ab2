/** A rule on the text of a program file: what must not stand there, and why. */
interface TextRule {
  name: string;
  pattern: RegExp;
  appliesTo(path: string): boolean;
}

const everywhere = () => true;
/** Written in two halves, so that this file may speak of what it forbids. */
const mark = (...halves: [string, string]) => halves.join('');

export const textRules: readonly TextRule[] = [
  {
    name: 'work put off',
    pattern: new RegExp(`\\b(${mark('TO', 'DO')}|${mark('FIX', 'ME')}|${mark('HA', 'CK')})\\b`),
    appliesTo: everywhere,
  },
  {
    name: 'a suppression without its reason',
    // A reason is a sentence, not a placeholder.
    pattern: new RegExp(
      `${mark('biome', '-ignore')}(?![a-z-]* [\\w/]+: (?!<)\\S.{15,})|@${mark('ts', '-expect-error')}(?! \\S.{15,})|@${mark('ts', '-ignore')}|@${mark('ts', '-nocheck')}|${mark('eslint', '-disable')}`,
    ),
    appliesTo: everywhere,
  },
  {
    name: 'a path of somebody’s machine',
    pattern: /['"`\s(](\/(work|root|Users)\/|\/home\/[a-z]|C:\\Users)/,
    appliesTo: everywhere,
  },
  {
    name: 'a console line in a pure or screen file',
    pattern: /\bconsole\.\w+\(/,
    appliesTo: (path) => /^(shared|renderer)\//.test(path),
  },
];

export interface TextFault {
  path: string;
  line: number;
  rule: string;
}

/** Lines of a file that break a rule. */
export function findTextFaults(path: string, text: string): TextFault[] {
  const rules = textRules.filter((rule) => rule.appliesTo(path));
  return text
    .split('\n')
    .flatMap((line, at) =>
      rules.filter(({ pattern }) => pattern.test(line)).map(({ name }) => ({ path, line: at + 1, rule: name })),
    );
}

const forbiddenFolder = /(^|\/)(utils?|helpers?|common|services?|misc|lib)\//;
const barrel = /(^|\/)index\.(ts|tsx|cts|mts|js)$/;

/** Why a path has no place in the house, or undefined. */
export function findPathFault(path: string): string | undefined {
  if (forbiddenFolder.test(path)) return 'a folder named after nothing in particular';
  if (barrel.test(path)) return 'a barrel file';
  const [top, second, ...deeper] = path.split('/');
  if (top === 'electron' && deeper.length === 0 && !['main.ts', 'preload.cts'].includes(second ?? ''))
    return 'a file beside main.ts, where only the preload has its place';
  return undefined;
}
