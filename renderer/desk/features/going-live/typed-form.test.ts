import { expect, test } from 'vitest';
import { emptyForm, formProblems, type TypedForm, toSend } from './typed-form.ts';

const filled: TypedForm = {
  officeName: '和林格尔新区人才服务中心',
  officeNameEn: 'Talent Service Centre',
  address: '示例路1号',
  enquiryPhone: '０４７１－６５１２３４５',
  supervisionPhone: '0471-6512346',
  counterCode: 'a01',
  staffNumber: '8001',
  staffName: '赵敏',
  pin: '402917',
  again: '402917',
  cardFirst: '1',
  cardCount: '５００',
  certificateFirst: '1',
  certificateCount: '500',
  matterFirst: '1',
  matterCount: '500',
};

test('an empty form lacks each of its fields, and asks for a second PIN only after the first', () => {
  const { again: _, ...fields } = emptyForm;
  expect(formProblems(emptyForm)).toEqual(Object.fromEntries(Object.keys(fields).map((path) => [path, 'required'])));
});

test('a filled form has nothing wrong, full-width digits and small letters included', () => {
  expect(formProblems(filled)).toEqual({});
});

test('two PINs that differ are told before anything is sent', () => {
  expect(formProblems({ ...filled, again: '402918' })).toEqual({ again: 'pins-differ' });
  expect(formProblems({ ...filled, again: '' })).toEqual({ again: 'required' });
  expect(toSend(filled)).not.toHaveProperty('again');
});
