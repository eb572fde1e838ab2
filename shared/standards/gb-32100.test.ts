import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkUscc, organisationCheckCharacter, tidyUscc, usccCheckCharacter } from './gb-32100.ts';

const signs = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const code = (places: string) => places + usccCheckCharacter(places);

describe('a 统一社会信用代码 by GB 32100', () => {
  test.each(['91350100M000100Y43', '9111000071093123XX', '91440300708461136T'])('the published code %s holds', (uscc) => {
    expect(checkUscc(uscc)).toEqual({ ok: true, uscc, warnings: [] });
  });

  test('the organisation code sample of GB 11714 holds', () => {
    expect(organisationCheckCharacter('D2143569')).toBe('X');
  });

  test('any one wrong sign is found', () => {
    const places = fc.array(fc.constantFrom(...signs), { minLength: 17, maxLength: 17 }).map((list) => list.join(''));
    fc.assert(
      fc.property(places, fc.nat(17), fc.integer({ min: 1, max: 30 }), (text, place, shift) => {
        const right = code(text);
        expect(checkUscc(right).ok).toBe(true);
        const other = signs.charAt((signs.indexOf(right.charAt(place)) + shift) % 31);
        expect(checkUscc(right.slice(0, place) + other + right.slice(place + 1))).toEqual({ ok: false, code: 'uscc-check' });
      }),
    );
  });

  test('a wrong organisation code within warns and refuses nobody', () => {
    const text = code('91350100M000100Y5');
    expect(checkUscc(text)).toEqual({ ok: true, uscc: text, warnings: ['uscc-organisation-code'] });
  });

  test.each([
    ['91350100M000100Y4', 'uscc-length'],
    ['91350100M000100Y433', 'uscc-length'],
    ['9135010OM000100Y43', 'uscc-characters'],
    ['91350100m000100y43', 'uscc-characters'],
    ['91350100M000100Y44', 'uscc-check'],
  ])('%s is refused as %s', (text, expected) => {
    expect(checkUscc(text)).toEqual({ ok: false, code: expected });
  });

  test('full-width signs, spaces, hyphens and lower case are mended, and it says so', () => {
    expect(tidyUscc('９１350100-m000100 y43　')).toEqual({
      text: '91350100M000100Y43',
      changes: ['full-width', 'spaces', 'letter-case'],
    });
  });
});
