import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { deskContract } from '../../shared/contract/desk.ts';
import type { CallMeta } from '../../shared/contract/desk-call.ts';
import { mayDo, type Right, type Role, role } from '../../shared/domain/staff/staff.ts';
import { callsOf } from '../architecture/contract-calls.ts';
import { outcomeOf } from './desk-calling.ts';
import { deskSamples } from './desk-samples.ts';
import { openStubDesk } from './stub-desk.ts';

const calls = callsOf(deskContract).map(({ name, path, contract }) => ({
  name,
  path,
  takesInput: contract['~orpc'].inputSchema !== undefined,
  who: whoMay((contract['~orpc'].meta as CallMeta).right),
}));
/** Somebody who gets past the right, so that it is the input that is looked at. */
function whoMay(right: Right): Role {
  return role.options.find((one) => mayDo(one, right)) ?? 'clerk';
}

const withInput = calls.filter(({ takesInput }) => takesInput);
const withoutInput = calls.filter(({ takesInput }) => !takesInput);
const desk = openStubDesk();

beforeEach(() => {
  desk.door.role = 'clerk';
  desk.acts.length = 0;
  desk.bugs.length = 0;
});
afterAll(() => desk.close());

/** A call that may be asked nothing at all: an object without keys of its own is such a question. */
const mayBeEmpty = ['talents.likely'];
const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown;
/** Own keys of these names, as JSON can carry them. */
const poisoned = (rest: object) => JSON.parse(`{"__proto__": {"polluted": true}, ${JSON.stringify(rest).slice(1)}`) as unknown;

/** Never a call’s input. */
const junk: [what: string, input: unknown][] = [
  ['nothing', undefined],
  ['null', null],
  ['a number', 0],
  ['not a number', Number.NaN],
  ['true', true],
  ['an empty text', ''],
  ['ten megabytes of text', 'x'.repeat(10 * 1024 * 1024)],
  ['an empty list', []],
  ['a list', [1, 'two', { three: 3 }]],
  ['a date', new Date(0)],
  ['a big number', 10n],
  ['a set', new Set([1])],
  ['a blob', new Blob(['junk'])],
  ['a hundred levels of lists', nested(100)],
  ['keys that nobody knows', { junk: true, more: [1] }],
  ['__proto__', poisoned({ junk: 1 })],
  ['constructor', { constructor: { prototype: { polluted: true } } }],
  ['a key of a megabyte', { ['k'.repeat(1024 * 1024)]: 1 }],
  ['ten thousand keys', Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`key${at}`, at]))],
];

/** In place of a field: nothing that any field takes. */
const junkField: unknown[] = [
  null,
  [],
  [null],
  { junk: true },
  Number.POSITIVE_INFINITY,
  'x'.repeat(1024 * 1024),
  poisoned({ junk: 1 }),
];

/** Paths of every value within a sample, the branches too. */
function pathsOf(value: unknown, path: string[] = []): string[][] {
  if (typeof value !== 'object' || value === null || value instanceof Blob) return [path];
  const inner = Object.entries(value).flatMap(([key, part]) => pathsOf(part, [...path, key]));
  return path.length === 0 ? inner : [path, ...inner];
}

function replaced(value: unknown, [key, ...rest]: string[], by: unknown): unknown {
  if (key === undefined) return by;
  const parts = value as Record<string, unknown>;
  return { ...parts, [key]: replaced(parts[key], rest, by) };
}

function expectUntouched() {
  expect(desk.acts).toEqual([]);
  expect(desk.bugs).toEqual([]);
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
}

test('there is a well-formed sample of each call that takes something, and of no other', () => {
  expect(Object.keys(deskSamples).sort()).toEqual(withInput.map(({ name }) => name).sort());
});

test.each(withInput)(
  '$name: its sample is well-formed, so that what is refused below is the junk in it',
  async ({ name, path, who }) => {
    desk.door.role = who;
    expect(await outcomeOf(desk, path, deskSamples[name])).not.toBe('bad-input');
  },
);

describe.each(withInput)('junk in place of the input of $name', ({ name, path, who }) => {
  beforeEach(() => {
    desk.door.role = who;
  });

  test.each(junk)('%s: a typed answer, and nothing changes', async (_, input) => {
    const harmless = mayBeEmpty.includes(name) && typeof input === 'object' && input !== null && !Array.isArray(input);
    const empty = harmless && Object.keys(input).length === 0 && !(input instanceof Blob);
    expect(await outcomeOf(desk, path, input)).toBe(empty ? 'answered' : 'bad-input');
    expectUntouched();
  });

  test('a key too many: a typed answer, and nothing changes', async () => {
    const sample = deskSamples[name] as Record<string, unknown>;
    expect(await outcomeOf(desk, path, { ...sample, junk: 1 })).toBe('bad-input');
    expect(await outcomeOf(desk, path, { ...sample, ['constructor']: { prototype: {} } })).toBe('bad-input');
    expectUntouched();
  });

  test.each(pathsOf(deskSamples[name]).map((at) => [at.join('.'), at] as const))('junk as its %s: the same', async (_, at) => {
    for (const part of junkField) {
      const outcome = await outcomeOf(desk, path, replaced(deskSamples[name], at, part));
      expect(outcome, `${JSON.stringify(part)?.slice(0, 60)}`).toBe('bad-input');
    }
    expectUntouched();
  });
});

test.each(withoutInput)('$name takes nothing, so anything is refused', async ({ path, who }) => {
  desk.door.role = who;
  for (const [what, input] of junk.filter(([, value]) => value !== undefined)) {
    expect(await outcomeOf(desk, path, input), what).toBe('bad-input');
  }
  expectUntouched();
});

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`;
const getCall = '{"i":"9","p":{"u":"/talents/get","b":';
const multipart = (boundary: string, body: string) => {
  const head = JSON.stringify({
    i: '9',
    p: { u: '/attachments/put', h: { 'content-type': `multipart/form-data; boundary=${boundary}` } },
  });
  return new Uint8Array([...Buffer.from(head), 255, ...Buffer.from(body)]);
};

/** What no client of ours would send: it may be answered or not, but nobody falls over it. */
const frames: [what: string, frame: unknown][] = [
  ['nothing at all', ''],
  ['a word', 'junk'],
  ['half of an object', '{'],
  ['a list', '[]'],
  ['null', 'null'],
  ['a number without a text', 7],
  ['null without a text', null],
  ['an object without a text', { i: '1', p: { u: '/talents/get' } }],
  ['bytes of nothing', new Uint8Array(9)],
  ['bytes without a text', new Uint8Array([255, 1, 2, 3])],
  ['a call without an address', '{"i":"1","p":{}}'],
  ['a call of a kind that there is not', '{"i":"1","t":99,"p":{}}'],
  ['a call to another place', '{"i":"1","p":{"u":"http://127.0.0.1/talents/recent"}}'],
  ['a call up the folders', '{"i":"1","p":{"u":"/../../../etc/passwd"}}'],
  ['a call of what every object has', '{"i":"1","p":{"u":"/__proto__/toString"}}'],
  ['an address with escapes that are none', '{"i":"1","p":{"u":"/talents/%E0%A4%A"}}'],
  ['a hundred thousand levels of lists', `${getCall}{"json":${deep(100_000)}}}}`],
  [
    'notes on types that lead into the prototype',
    `${getCall}{"json":{"a":1},"meta":[[1,"__proto__","polluted"],[0,"constructor","prototype","polluted"]]}}}`,
  ],
  ['notes on types that lead nowhere', `${getCall}{"json":null,"meta":[[1,"a","b"],[99],"x",null]}}}`],
  ['a big number that is none', `${getCall}{"json":"x","meta":[[0]]}}}`],
  ['a pattern that never ends', `${getCall}{"json":"/(a+)+$/","meta":[[6]]}}}`],
  ['a form that is none', multipart('x', 'junk')],
  ['a form without its data', multipart('x', '--x\r\nContent-Disposition: form-data; name="data"\r\n\r\nnull\r\n--x--\r\n')],
  [
    'a form that names files it lacks',
    multipart(
      'x',
      '--x\r\nContent-Disposition: form-data; name="data"\r\n\r\n{"json":{},"meta":[],"maps":[["file"],["a","b"]]}\r\n--x--\r\n',
    ),
  ],
  ['an event of a stream that was never opened', '{"i":"77","t":3,"p":{"e":"message","d":{}}}'],
  ['the end of a call that was never made', '{"i":"78","t":4}'],
  ['ten megabytes of nothing', 'x'.repeat(10 * 1024 * 1024)],
];

describe('a frame that no client would send', () => {
  test.each(frames)('%s: the door goes on standing', async (_, frame) => {
    desk.port.postMessage(frame);
    expect(await outcomeOf(desk, ['talents', 'recent'], undefined)).toBe('answered');
    expect(desk.acts).toEqual([]);
    expect(({} as { polluted?: unknown }).polluted).toBeUndefined();
  });

  test('calls of nothing are answered with a plain no', async () => {
    for (const path of [['nothing'], ['talents', 'nothing'], ['constructor'], ['talents', 'get', 'handler'], ['~orpc']]) {
      expect(await outcomeOf(desk, path, {})).toMatch(/no procedure matched|not found/i);
    }
    expectUntouched();
  });

  test('beyond all measure, it ends the channel instead of leaving its caller waiting', async () => {
    const other = openStubDesk();
    const closed = new Promise((resolve) => other.port.once('close', () => resolve('closed')));
    other.port.postMessage('x'.repeat(64 * 1024 * 1024 + 1));
    expect(await closed).toBe('closed');
  });
});
