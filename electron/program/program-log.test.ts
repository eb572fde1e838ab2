import { describe, expect, test } from 'vitest';
import { errorPlace } from './error-place.ts';
import { programLog } from './program-log.ts';

const name = '欧阳春晓';
const idNumber = '150102199008170016';
const pin = '402917';
const secrets = [name, idNumber, '15010219900817001X', pin, '13800138000'];

function logged(write: (log: ReturnType<typeof programLog>) => void): string {
  const lines: string[] = [];
  write(programLog((line) => lines.push(line)));
  return lines.join('\n');
}

const withFields = (error: Error, fields: object) => Object.assign(error, fields);
const typed = `${name} ${idNumber} ${pin}`;

/** Errors as a clerk's words may get into them. */
const hostile: [what: string, error: unknown][] = [
  ['its words', new Error(typed)],
  ['the words of a parser', parseError(`{"pin":${pin},"name":"${name}`)],
  ['its name', withFields(new Error('x'), { name: typed })],
  ['its name, a PIN alone', withFields(new Error('x'), { name: pin })],
  ['its name, a PIN behind a word', withFields(new Error('x'), { name: `E${pin}` })],
  ['its code', withFields(new Error('x'), { code: idNumber })],
  ['its code, a number', withFields(new Error('x'), { code: Number(pin) })],
  ['its reason', withFields(new Error('x'), { reason: name })],
  ['its file', withFields(new Error('x'), { file: `/home/${name}/x` })],
  ['fields that nobody knows', withFields(new Error('x'), { input: typed, data: { pin }, issues: [{ message: typed }] })],
  ['its cause', new Error('x', { cause: new Error(typed, { cause: typed }) })],
  ['a cause that is itself', selfCaused()],
  ['errors inside it', new AggregateError([new Error(typed)], typed)],
  ['words that look like places', new Error(`x\n    at f (/home/${pin}/${idNumber}.ts:1:1)\n    at ${idNumber} (x.ts:1:1)`)],
  ['words that were exchanged', exchangedWords()],
  [
    'a folder that bears a name',
    withFields(new Error('x'), { stack: `Error: x\n    at f (/home/${name}/out/main/main.js:1:2)` }),
  ],
  ['no error at all', typed],
  ['an object', { message: typed, stack: typed }],
  ['nothing', undefined],
];

function parseError(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    return error;
  }
}

/** The stack keeps the words that it was first read with. */
function exchangedWords(): Error {
  const error = new Error(`x\n    at f (/a/${pin}.ts:1:1)`);
  return withFields(error, { message: error.stack?.includes(pin) ? 'other' : 'not planted' });
}

function selfCaused(): Error {
  const error = new Error(typed);
  error.cause = error;
  return error;
}

describe('an error whose words are a person’s, in', () => {
  test.each(hostile)('%s: none of them is logged, and its incident is', (_, error) => {
    let incident = '';
    const text = logged((log) => {
      incident = log.incident(error, 'a test');
    });
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text.split('\n')).toHaveLength(1);
    expect(JSON.parse(text)).toMatchObject({ level: 'error', incident, where: 'a test', msg: 'incident' });
  });
});

test('what helps to find a fault is there: kind, code, place in our own files, and those of its cause', () => {
  const error = withFields(new TypeError('x', { cause: new RangeError('y') }), { code: 'ENOSPC', file: 'own/0000-1.tcj' });
  expect(errorPlace(error)).toMatchObject({
    kind: 'TypeError',
    code: 'ENOSPC',
    file: 'own/0000-1.tcj',
    cause: { kind: 'RangeError' },
  });
  expect(errorPlace(error).at[0]).toMatch(/^electron\/program\/program-log\.test\.ts:\d+:\d+$/);
});

test('a sentence keeps no long number, is cut where it is no sentence any more, and stays one line', () => {
  const text = logged((log) => {
    log.line(`the card of ${idNumber} and 13800138000, 15010219900817001X`);
    log.line('x'.repeat(100_000));
    log.line('two\nlines\r\n{"level":"error"}');
  });
  for (const secret of secrets) expect(text).not.toContain(secret);
  const lines = text.split('\n');
  expect(lines).toHaveLength(3);
  for (const line of lines) expect(line.length).toBeLessThan(600);
  expect(JSON.parse(lines[2] ?? '')).toMatchObject({ level: 'info' });
});
