import { Tagged } from 'cborg';
import { describe, expect, test } from 'vitest';
import { encodeClaims, readClaims } from './card-claims.ts';
import { encodeCbor } from './cose-sign1.ts';

const identity = (...more: [unknown, unknown][]) => new Map<unknown, unknown>([[1, 'A-17'], [4, 'Amina'], ...more]);
const read = (...claims: [unknown, unknown][]) =>
  readClaims(encodeCbor(new Map<unknown, unknown>([[4, 2_000_000_000], ...claims])));

describe("another issuer's claims are read tolerantly", () => {
  test.each([
    [1, '1'],
    [2, '2'],
    [3, '9'],
    ['1', '1'],
    ['Male', '1'],
    ['F', '2'],
    ['女', '2'],
    ['others', '9'],
    [7, undefined],
    ['?', undefined],
  ])('sex %j', (written, sex) => {
    expect(read([169, identity([9, written])])?.sex).toBe(sex);
  });

  test.each([
    ['19800215', '1980-02-15'],
    ['1980-02-15', '1980-02-15'],
    ['1980/02/15', '1980-02-15'],
    [19_800_215, '1980-02-15'],
    [new Tagged(1004, '1980-02-15'), '1980-02-15'],
    ['1980-02-31', undefined],
    ['15.2.1980', undefined],
  ])('birth date %j', (written, date) => {
    expect(read([169, identity([8, written])])?.birthDate).toBe(date);
  });

  test('a number for an id, times with fractions', () => {
    expect(
      readClaims(
        encodeCbor(
          new Map<unknown, unknown>([
            [4, 2e9 + 0.7],
            [5, 1.5],
            [
              169,
              new Map<unknown, unknown>([
                [1, 77],
                [4, 'A'],
              ]),
            ],
          ]),
        ),
      ),
    ).toMatchObject({
      cardNumber: '77',
      expiresAtS: 2e9,
      notBeforeS: 1,
    });
  });

  test('unknown claims are kept', () => {
    const claims = read([169, identity([60, 'x'])], [38, new Map([[1, 2]])], ['text', true]);
    expect(claims?.others.token).toEqual(
      new Map<unknown, unknown>([
        [38, new Map([[1, 2]])],
        ['text', true],
      ]),
    );
    expect(claims?.others.identity).toEqual(new Map([[60, 'x']]));
  });

  test('without Claim 169, id, name or expiry it is no card', () => {
    expect(read()).toBeUndefined();
    expect(read([169, 'text'])).toBeUndefined();
    expect(read([169, new Map([[4, 'A']])])).toBeUndefined();
    expect(read([169, new Map([[1, 'A']])])).toBeUndefined();
    expect(readClaims(encodeCbor(new Map([[169, identity()]])))).toBeUndefined();
    expect(readClaims(encodeCbor([1]))).toBeUndefined();
  });
});

test('a time that is not in whole seconds is a bug', () => {
  const claims = {
    issuer: 'i',
    cardNumber: '1',
    name: 'n',
    tier: 't',
    issuedAtS: 1.5,
    notBeforeS: 1,
    expiresAtS: 2,
    cti: new Uint8Array(8),
  };
  expect(() => encodeClaims(claims)).toThrow(RangeError);
});
