import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkHkMacaoPermitNumber, checkTaiwanPermitNumber } from './travel-permits.ts';

const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));

describe('a 港澳居民来往内地通行证', () => {
  test('each form is read, and an old number leads to the lifelong one', () => {
    const forms = fc.tuple(fc.constantFrom('H', 'M'), digits(8), digits(2));
    fc.assert(
      fc.property(forms, ([letter, number, reissue]) => {
        const lifelong = letter + number;
        const region = { H: 'HKG', M: 'MAC' }[letter];
        expect(checkHkMacaoPermitNumber(lifelong)).toEqual({ ok: true, lifelong, region, holder: 'chinese-citizen' });
        expect(checkHkMacaoPermitNumber(lifelong + reissue)).toEqual({
          ok: true,
          lifelong,
          region,
          holder: 'chinese-citizen',
          reissue,
        });
      }),
    );
  });

  test('its holder may be no Chinese citizen', () => {
    expect(checkHkMacaoPermitNumber('HA1234567')).toEqual({
      ok: true,
      lifelong: 'HA1234567',
      region: 'HKG',
      holder: 'foreigner',
    });
    expect(checkHkMacaoPermitNumber('MA0000001')).toMatchObject({ region: 'MAC', holder: 'foreigner' });
  });

  test.each([
    '',
    'H1234567',
    'H123456789',
    'H12345678012',
    'K12345678',
    'h12345678',
    'HA123456',
    'HA12345678',
    'HB1234567',
    '12345678',
  ])('%s is refused', (text) => {
    expect(checkHkMacaoPermitNumber(text)).toEqual({ ok: false, code: 'hk-macao-permit-format' });
  });
});

describe('a 台湾居民来往大陆通行证', () => {
  test('eight digits hold, and an old number leads to them', () => {
    fc.assert(
      fc.property(digits(8), digits(2), fc.constantFrom('A', 'B', 'D', 'T', '1'), (lifelong, issue, authority) => {
        expect(checkTaiwanPermitNumber(lifelong)).toEqual({ ok: true, lifelong });
        expect(checkTaiwanPermitNumber(lifelong + issue)).toEqual({ ok: true, lifelong, issue });
        expect(checkTaiwanPermitNumber(lifelong + issue + authority)).toEqual({ ok: true, lifelong, issue, authority });
      }),
    );
  });

  test('the published sample of an old number is read', () => {
    expect(checkTaiwanPermitNumber('0561682001D')).toEqual({ ok: true, lifelong: '05616820', issue: '01', authority: 'D' });
  });

  test.each(['', '1234567', '123456789', '12345678A', '1234567801AB', '1234567801(A)', 'H12345678'])('%s is refused', (text) => {
    expect(checkTaiwanPermitNumber(text)).toEqual({ ok: false, code: 'taiwan-permit-format' });
  });
});
