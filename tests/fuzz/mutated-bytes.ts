import fc, { type Arbitrary } from 'fast-check';

type Step = { how: (typeof hows)[number]; at: number; length: number; bytes: Uint8Array };
const hows = ['flip', 'replace', 'cut', 'insert', 'repeat', 'remove', 'zero', 'big', 'swap'] as const;
/** What lengths, counts and offsets are made wrong by. */
const edges = [0, 1, 0x7f, 0x80, 0xff].map((byte) => new Uint8Array(4).fill(byte));

const step: Arbitrary<Step> = fc.record({
  how: fc.constantFrom(...hows),
  at: fc.nat(0x7fff_ffff),
  length: fc.oneof(fc.integer({ min: 1, max: 8 }), fc.integer({ min: 1, max: 600 })),
  bytes: fc.oneof(fc.uint8Array({ minLength: 1, maxLength: 24 }), fc.constantFrom(...edges)),
});

/** Whole bytes with up to six things done to them; now and then bytes of nothing. */
export function mutatedBytes(...whole: readonly Uint8Array[]): Arbitrary<Uint8Array<ArrayBuffer>> {
  const mutated = fc
    .tuple(fc.constantFrom(...whole.map((bytes) => ({ bytes }))), fc.array(step, { minLength: 1, maxLength: 6 }))
    .map(([{ bytes }, steps]) => steps.reduce(take, Uint8Array.from(bytes)));
  return fc.oneof(
    { weight: 19, arbitrary: mutated },
    { weight: 1, arbitrary: fc.uint8Array({ maxLength: 400 }).map((bytes) => Uint8Array.from(bytes)) },
  );
}

/** The same of a text, cut and joined at characters. */
export function mutatedText(...whole: readonly string[]): Arbitrary<string> {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 12 }),
    fc.constantFrom(
      '"',
      "'",
      ',',
      '\n',
      '\r\n',
      '{',
      '}',
      '[',
      ']',
      '\0',
      '\ud800',
      '__proto__',
      '1e999',
      '-',
      'null',
      '\u202e',
      '  ',
    ),
    fc.integer({ min: 1, max: 20_000 }).map((length) => '测'.repeat(length)),
  );
  const steps = fc.array(fc.tuple(fc.nat(0x7fff_ffff), fc.nat(40), piece), { minLength: 1, maxLength: 5 });
  return fc.tuple(fc.constantFrom(...whole), steps).map(([text, changes]) =>
    changes.reduce((now, [at, length, put]) => {
      const from = now.length === 0 ? 0 : at % (now.length + 1);
      return now.slice(0, from) + put + now.slice(from + length);
    }, text),
  );
}

function take(bytes: Uint8Array<ArrayBuffer>, { how, at, length, bytes: put }: Step): Uint8Array<ArrayBuffer> {
  const from = bytes.length === 0 ? 0 : at % bytes.length;
  const to = Math.min(bytes.length, from + length);
  const [before, inner, after] = [bytes.slice(0, from), bytes.slice(from, to), bytes.slice(to)];
  switch (how) {
    case 'flip':
      return joined(
        before,
        inner.map((byte, n) => (n === 0 ? byte ^ (1 << (length % 8)) : byte)),
        after,
      );
    case 'replace':
      return joined(before, put, bytes.slice(from + put.length));
    case 'cut':
      return before;
    case 'insert':
      return joined(before, put, inner, after);
    case 'repeat':
      return joined(before, inner, inner, after);
    case 'remove':
      return joined(before, after);
    case 'zero':
      return joined(before, inner.fill(0), after);
    case 'big':
      return joined(before, inner.fill(255), after);
    case 'swap':
      return joined(before, inner.reverse(), after);
  }
}

function joined(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(Buffer.concat(parts));
}
