import fc, { type Arbitrary } from 'fast-check';

const poisoned = JSON.parse('{"__proto__": {"polluted": true}, "constructor": {"prototype": {"polluted": true}}}') as object;
const nested = (depth: number) => JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`) as unknown;

/** Anything that a page could send in place of a value. */
export const junk: Arbitrary<unknown> = fc.oneof(
  fc.anything({ withBigInt: true, withDate: true, withMap: true, withSet: true, withSparseArray: true, withTypedArray: true }),
  fc.string({ unit: 'binary' }),
  fc.integer({ min: 1, max: 20 }).map((power) => 'x'.repeat(2 ** power)),
  fc.constantFrom<unknown>(
    null,
    undefined,
    '',
    ' ',
    '\0',
    '\ud800',
    Number.NaN,
    -0,
    Number.POSITIVE_INFINITY,
    2 ** 53,
    -1,
    0.5,
    [],
    {},
  ),
  fc.constantFrom<unknown>('../../etc/passwd', 'javascript:0', '1; DROP TABLE', '{{name}}', '%00', '\u202e王敏', '\u{20bb7}'),
  fc.integer({ min: 1, max: 3_000 }).map(nested),
  fc.constant(poisoned),
  fc.constantFrom('2026-02-30', '0000-00-00', '9999-12-31', '2026-11-25T00:00:00Z', '110105194912310020', '13800138000'),
  fc.uint8Array({ maxLength: 60 }).map((bytes) => new Blob([Uint8Array.from(bytes)])),
);

const keys = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'toString', 'length', 'then', ''), fc.string({ maxLength: 8 }));
const step = fc.record({
  how: fc.constantFrom('replace', 'remove', 'add', 'repeat', 'edit'),
  at: fc.nat(10_000),
  key: keys,
  by: junk,
});
type Step = { how: string; at: number; key: string; by: unknown };

/** A whole value with up to three things done to parts of it. */
export function mutatedValue(whole: Arbitrary<unknown>): Arbitrary<unknown> {
  return fc
    .tuple(
      whole,
      fc.oneof(
        { weight: 3, arbitrary: fc.tuple(step) },
        { weight: 1, arbitrary: fc.array(step, { minLength: 2, maxLength: 3 }) },
      ),
    )
    .map(([value, steps]) => steps.reduce(take, value));
}

function take(value: unknown, mutation: Step): unknown {
  const places = pathsOf(value);
  return changedAt(value, places[mutation.at % places.length] ?? [], mutation);
}

function changedAt(value: unknown, [key, ...rest]: readonly string[], mutation: Step): unknown {
  if (key === undefined) return mutate(value, mutation);
  const copy = copyOf(value) as Record<string, unknown>;
  if (rest.length === 0 && mutation.how === 'remove') delete copy[key];
  else put(copy, key, changedAt(copy[key], rest, mutation));
  return copy;
}

function mutate(value: unknown, { how, at, key, by }: Step): unknown {
  const copy = copyOf(value);
  if (how === 'add' && Array.isArray(copy)) return [...copy, by];
  if (how === 'add' && isBranch(copy)) return put(copy as Record<string, unknown>, key, by);
  if (how === 'repeat' && Array.isArray(copy))
    return Array.from({ length: 1 + (at % 400) }, (_, n) => copy[n % Math.max(1, copy.length)]);
  if (how === 'edit' && typeof copy === 'string') {
    const from = copy.length === 0 ? 0 : at % copy.length;
    return copy.slice(0, from) + (typeof by === 'string' ? by.slice(0, 3) : String(at % 10)) + copy.slice(from + 1);
  }
  if (how === 'edit' && typeof copy === 'number') return copy + (at % 3) - 1;
  return by;
}

/** As an own key, whatever it is called. */
function put(object: Record<string, unknown>, key: string, value: unknown): object {
  return Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
}

/** What can be taken apart: a list, or an object of no kind of its own. */
const isBranch = (value: unknown): value is object => {
  if (typeof value !== 'object' || value === null) return false;
  return Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
};

function copyOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...value];
  return isBranch(value) ? { ...value } : value;
}

function pathsOf(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (!isBranch(value) || path.length > 8) return [path];
  return [
    path,
    ...Object.keys(value)
      .slice(0, 30)
      .flatMap((key) => pathsOf((value as Record<string, unknown>)[key], [...path, key])),
  ];
}
