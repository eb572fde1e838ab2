import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toPlainDate } from '../domain/plain-date.ts';
import { checkPassportNumber, type MrzReading, readMrz, tidyMrz } from './icao-9303.ts';
import { mendMrzSlips } from './icao-9303-slips.ts';
import { mrzCheckDigit } from './mrz-check-digit.ts';

const today = toPlainDate('2026-03-01');
const read = (text: string) => readMrz(text, { today });
const reading = (text: string) => {
  const result = read(text);
  if (!result.ok) throw new Error(result.code);
  return result;
};

/** The specimens that ICAO Doc 9303 prints (parts 4 and 5), of the state of Utopia. */
const passport = `P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<
L898902C36UTO7408122F1204159ZE184226B<<<<<10`;
const card = `I<UTOD231458907<<<<<<<<<<<<<<<
7408122F1204159UTO<<<<<<<<<<<6
ERIKSSON<<ANNA<MARIA<<<<<<<<<<`;
const cardWithLongNumber = `I<UTOD23145890<7349<<<<<<<<<<<
3407127M9507122UTO<<<<<<<<<<<2
STEVENSON<<PETER<JOHN<<<<<<<<<`;

/** A writer of its own: remainders by 7 3 1 are summed as the standard's table does it, sign by sign. */
function digit(text: string): string {
  let sum = 0;
  for (let i = 0; i < text.length; i += 1) {
    const code = text.charCodeAt(i);
    const value = code === 60 ? 0 : code >= 65 ? code - 55 : code - 48;
    sum += value * (i % 3 === 0 ? 7 : i % 3 === 1 ? 3 : 1);
  }
  return `${sum % 10}`;
}

const pad = (text: string, width: number) => text.padEnd(width, '<').slice(0, width);
const yymmdd = (date: string) => date.slice(2).replaceAll('-', '');

interface Person {
  number: string;
  nationality: string;
  birth: string;
  expiry: string;
  sex: string;
  family: string;
  given: string;
  optional: string;
}

function writePassport({ number, nationality, birth, expiry, sex, family, given, optional }: Person): string {
  const one = `P<${nationality}${pad(`${family}<<${given}`, 39)}`;
  const [no, born, ends] = [pad(number, 9), yymmdd(birth), yymmdd(expiry)];
  const two = `${no}${digit(no)}${nationality}${born}${digit(born)}${sex}${ends}${digit(ends)}${pad(optional, 14)}${optional === '' ? '<' : digit(pad(optional, 14))}`;
  return `${one}\n${two}${digit(two.slice(0, 10) + two.slice(13, 20) + two.slice(21, 43))}`;
}

function writeCard({ number, nationality, birth, expiry, sex, family, given, optional }: Person): string {
  const [no, born, ends] = [pad(number, 9), yymmdd(birth), yymmdd(expiry)];
  const one = `CR${nationality}${no}${digit(no)}${pad('', 15)}`;
  const two = `${born}${digit(born)}${sex}${ends}${digit(ends)}${nationality}${pad(optional, 11)}`;
  const all = digit(one.slice(5) + two.slice(0, 7) + two.slice(8, 15) + two.slice(18, 29));
  return `${one}\n${two}${all}\n${pad(`${family}<<${given}`, 30)}`;
}

const day = (from: string, to: string) =>
  fc.date({ min: new Date(from), max: new Date(to), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10));
const person: fc.Arbitrary<Person> = fc.record({
  number: fc.stringMatching(/^[A-Z][A-Z0-9]{5,8}$/),
  nationality: fc.constantFrom('CHN', 'KAZ', 'MNG', 'UTO', 'XXA'),
  birth: day('1930-01-01', '2026-02-28'),
  expiry: day('2000-01-01', '2045-12-31'),
  sex: fc.constantFrom('M', 'F', '<'),
  family: fc.stringMatching(/^[A-Z]{1,12}$/),
  given: fc.stringMatching(/^[A-Z]{1,5}(<[A-Z]{1,5})?$/),
  optional: fc.oneof(fc.stringMatching(/^[A-Z0-9]{0,10}$/), fc.stringMatching(/^[A-Z0-9]{11}$/)),
});

const somebody: Person = {
  number: 'A123456',
  nationality: 'KAZ',
  birth: '1990-12-31',
  expiry: '2030-01-01',
  sex: 'M',
  family: 'A',
  given: 'B',
  optional: '',
};

describe('a machine readable zone', () => {
  test("the standard's passport is read whole", () => {
    expect(reading(passport)).toEqual({
      ok: true,
      format: 'TD3',
      documentType: 'P',
      issuer: 'UTO',
      number: 'L898902C3',
      nationality: 'UTO',
      birthDate: toPlainDate('1974-08-12'),
      sex: '2',
      expiry: toPlainDate('2012-04-15'),
      primaryName: 'ERIKSSON',
      secondaryName: 'ANNA MARIA',
      namesCut: false,
      optionalData: 'ZE184226B',
      failing: [],
      slips: [],
    } satisfies MrzReading);
  });

  test("the standard's card is read whole, and one whose number goes on in the optional data", () => {
    expect(reading(card)).toMatchObject({
      format: 'TD1',
      documentType: 'I',
      number: 'D23145890',
      birthDate: '1974-08-12',
      expiry: '2012-04-15',
      primaryName: 'ERIKSSON',
      secondaryName: 'ANNA MARIA',
      optionalData: '',
      failing: [],
      slips: [],
    });
    expect(reading(cardWithLongNumber)).toMatchObject({ number: 'D23145890734', optionalData: '', sex: '1', failing: [] });
  });

  test.each([
    ['passport', writePassport],
    ['card', writeCard],
  ] as const)('whatever a %s of another writer says is read back', (_, write) => {
    fc.assert(
      fc.property(person, (one) => {
        const text = write(one);
        expect(reading(text)).toMatchObject({
          number: one.number,
          nationality: one.nationality,
          birthDate: one.birth,
          expiry: one.expiry,
          sex: { M: '1', F: '2', '<': '9' }[one.sex],
          primaryName: one.family,
          secondaryName: one.given.replaceAll('<', ' '),
          optionalData: one.optional,
          failing: [],
          slips: [],
        });
        expect(reading(text.replaceAll('\n', ''))).toEqual(reading(text));
      }),
    );
  });

  test.each([
    ['number', 0, 'M'],
    ['birth-date', 13, '8'],
    ['expiry', 21, '2'],
    ['optional-data', 28, 'A'],
  ])('a wrong %s is named, and the digit over all with it', (check, column, sign) => {
    const [one = '', two = ''] = passport.split('\n');
    const wrong = `${one}\n${two.slice(0, column)}${sign}${two.slice(column + 1)}`;
    expect(reading(wrong).failing).toEqual([check, 'composite']);
  });

  test('any digit read wrongly in a date is found', () => {
    fc.assert(
      fc.property(person, fc.nat(5), fc.integer({ min: 1, max: 9 }), (one, place, shift) => {
        const text = writePassport(one);
        const at = 45 + 13 + place;
        const wrong = text.slice(0, at) + String((Number(text[at]) + shift) % 10) + text.slice(at + 1);
        expect(reading(wrong).failing).toContain('birth-date');
      }),
    );
  });

  test('slips of reading are reported with the likely sign, and nothing is mended unasked', () => {
    const [one = '', two = ''] = passport.split('\n');
    const misread = `${one.replace('ERIKSSON', 'ER1KSS0N')}\n${two.replace('L898902C3', 'L8989O2C3').replace('7408122', '74O8I22')}`;
    const result = reading(misread);
    expect(result.slips).toEqual([
      { line: 1, column: 8, read: '1', likely: 'I' },
      { line: 1, column: 12, read: '0', likely: 'O' },
      { line: 2, column: 6, read: 'O', likely: '0' },
      { line: 2, column: 16, read: 'O', likely: '0' },
      { line: 2, column: 18, read: 'I', likely: '1' },
    ]);
    expect(result.number).toBe('L8989O2C3');
    expect(result.primaryName).toBe('ER1KSS0N');
    expect(result).not.toHaveProperty('birthDate');
    expect(result.failing).toContain('birth-date');
    expect(mendMrzSlips(misread, result.slips)).toBe(passport);
    expect(mendMrzSlips(card, [])).toBe(card);
  });

  test('where more than one sign of a number may be the slip, none is named', () => {
    const slipsOf = (number: string) => reading(writePassport({ ...somebody, number: '0AAOAA' }).replace('0AAOAA', number)).slips;
    expect(slipsOf('0AA0AA')).toEqual([]);
    expect(slipsOf('OAAOAA')).toEqual([]);
    expect(slipsOf('0AAOAA')).toEqual([]);
  });

  test('optional data without a check digit is no less wrong', () => {
    const text = writePassport({ ...somebody, optional: 'ZE184226B' });
    expect(reading(text).failing).toEqual([]);
    expect(reading(`${text.slice(0, -2)}<${text.slice(-1)}`).failing).toContain('optional-data');
  });

  test('unknown parts of a birth date leave it open, and no slip is seen in them', () => {
    const text = writePassport({ ...somebody, birth: '1990-12-31' }).replace('901231', '90<<<<');
    expect(reading(text)).not.toHaveProperty('birthDate');
    expect(reading(text).slips).toEqual([]);
  });

  test('the century is the one that can be', () => {
    const at = (birth: string, expiry: string) => {
      const result = reading(writePassport({ ...somebody, birth, expiry }));
      return [result.birthDate, result.expiry];
    };
    expect(at('2026-03-01', '2036-03-01')).toEqual(['2026-03-01', '2036-03-01']);
    expect(at('1926-03-02', '1999-12-31')).toEqual(['1926-03-02', '1999-12-31']);
  });

  test('Germany has one letter, and long names say that they may be cut', () => {
    const text = passport.replaceAll('UTO', 'D<<').replace('ANNA<MARIA<<<<<<<<<<<<<<<<<<<', 'ANNA<MARIAXXXXXXXXXXXXXXXXXXX');
    expect(reading(text)).toMatchObject({ nationality: 'DEU', issuer: 'DEU', namesCut: true });
  });

  test.each([
    ['', 'mrz-length'],
    [passport.slice(1), 'mrz-length'],
    [`${passport.slice(0, 43)}\n${passport.slice(43).replace('\n', '')}`, 'mrz-length'],
    [`${card}<`, 'mrz-length'],
    [passport.replace('ERIKSSON', 'ERIKSS«N'), 'mrz-characters'],
    [passport.toLowerCase(), 'mrz-characters'],
  ])('%j is refused as %s', (text, code) => {
    expect(read(text)).toEqual({ ok: false, code });
  });

  test('full-width signs, spaces and lower case are mended, and it says so', () => {
    const typed = ` ${passport.toLowerCase().replace('eriksson', 'ｅｒｉｋｓｓｏｎ').replace('\n', ' \r\n')}\n`;
    expect(tidyMrz(typed)).toEqual({ text: passport.replace('\n', '\r\n'), changes: ['full-width', 'spaces', 'letter-case'] });
    expect(tidyMrz(card)).toEqual({ text: card, changes: [] });
    expect(reading(tidyMrz(typed).text)).toEqual(reading(passport));
  });

  test('no text makes reading throw', () => {
    const sign = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789<');
    fc.assert(
      fc.property(fc.constantFrom(88, 90), fc.array(sign, { minLength: 90, maxLength: 90 }), (length, signs) => {
        expect(read(signs.join('').slice(0, length)).ok).toBe(true);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: 'binary', maxLength: 100 }), (text) => typeof read(text).ok === 'boolean'));
  });
});

test("check digits are those of the standard's samples", () => {
  const composite = 'HA672242<658022549601086<<<<<<<<<<<<<<0';
  expect(['520727', 'AB2134<<<', 'HA672242<', composite].map(mrzCheckDigit)).toEqual(['3', '5', '6', '8']);
});

test.each([
  ['E12345678', true],
  ['K0000001', true],
  ['123456', true],
  ['12345', false],
  ['E123456789', false],
  ['e1234567', false],
  ['E12345-67', false],
])('a passport number %s holds: %s', (number, holds) => {
  expect(checkPassportNumber(number)).toEqual(holds ? { ok: true, number } : { ok: false, code: 'passport-format' });
});
