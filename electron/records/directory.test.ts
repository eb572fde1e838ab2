import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { CardNumber, MatterId, PersonId } from '../../shared/domain/ids.ts';
import type { PlainDate } from '../../shared/domain/plain-date.ts';
import { Directory } from './directory.ts';
import { foldText } from './fold-text.ts';
import { Ledger } from './ledger.ts';
import { newPersonLine, type PersonLine } from './ledger-lines.ts';
import { nameReadings } from './name-pinyin.ts';

type Sample = Partial<Pick<PersonLine, 'name' | 'idNumber' | 'phone' | 'employer'>> & { cards?: readonly string[] };

function directoryOf(samples: readonly Sample[], tierName?: (pack: string, team: string, tier: string) => string | undefined) {
  const ledger = new Ledger();
  for (const sample of samples) ledger.restorePerson(lineOf(sample, ledger.people.length));
  return { ledger, directory: new Directory(ledger, { tierName }) };
}

function lineOf({ cards = [], ...sample }: Sample, slot: number): PersonLine {
  const line = newPersonLine(`person-${slot}` as PersonId, slot);
  Object.assign(line, { name: '某人', idNumber: '15012319900101001X', phone: '13812345678', employer: '新区医院', ...sample });
  line.cardNumbers.push(...(cards as CardNumber[]));
  line.pinyin = nameReadings(line.name)
    .map((syllables) => syllables.join(' '))
    .join('\n');
  return line;
}

const found = (samples: readonly Sample[], text: string, limit = 10) =>
  directoryOf(samples)
    .directory.search(text, limit)
    .map(({ name }) => name);

const names = (...all: string[]): Sample[] => all.map((name) => ({ name }));

test('a name is found by any part of it', () => {
  const people = names('欧阳晨曦', '张伟', '晨曦');
  expect(found(people, '欧阳')).toEqual(['欧阳晨曦']);
  expect(found(people, '晨曦')).toEqual(['晨曦', '欧阳晨曦']);
  expect(found(people, '阳晨')).toEqual(['欧阳晨曦']);
  expect(found(people, '李')).toEqual([]);
});

test('the whole name comes before a beginning, a beginning before the middle, and of the like the newest first', () => {
  const people = names('王张伟', '张伟', '张伟明', '张伟', '李张伟');
  expect(found(people, '张伟')).toEqual(['张伟', '张伟', '张伟明', '李张伟', '王张伟']);
  const { directory } = directoryOf(people);
  expect(directory.search('张伟', 2).map(({ personId }) => personId)).toEqual(['person-3', 'person-1']);
});

test('a name is found by its pinyin, by its initials, and from any syllable on', () => {
  const people = names('张伟', '单雄信', '曾国藩', '吕布');
  expect(found(people, 'zhangwei')).toEqual(['张伟']);
  expect(found(people, 'Zhang Wei')).toEqual(['张伟']);
  expect(found(people, 'zw')).toEqual(['张伟']);
  expect(found(people, 'wei')).toEqual(['张伟']);
  expect(found(people, 'shanxiong')).toEqual(['单雄信']);
  expect(found(people, 'dxx')).toEqual(['单雄信']);
  expect(found(people, 'zengg')).toEqual(['曾国藩']);
  expect(found(people, 'lvbu')).toEqual(['吕布']);
  expect(found(people, 'lübu')).toEqual(['吕布']);
  expect(found(people, 'ang')).toEqual([]);
  expect(found(people, 'zhangweiming')).toEqual([]);
});

test('characters of the further planes are found whole, and not by halves of others', () => {
  const people = names('𠮷田𩽾', '㛃丽', '𬭎伟', '吉田');
  expect(found(people, '𠮷')).toEqual(['𠮷田𩽾']);
  expect(found(people, '田𩽾')).toEqual(['𠮷田𩽾']);
  expect(found(people, '𩽾')).toEqual(['𠮷田𩽾']);
  expect(found(people, '吉')).toEqual(['吉田']);
  expect(found(people, '𬭎伟')).toEqual(['𬭎伟']);
  expect(found(people, '㛃')).toEqual(['㛃丽']);
});

test('the marks of a hit lie on whole characters', () => {
  const { directory } = directoryOf(names('𠮷田𩽾·丽'));
  expect(directory.search('田𩽾', 1)[0]?.reason).toEqual({ field: 'name', shown: '𠮷田𩽾·丽', from: 2, to: 5 });
  expect(directory.search('𩽾丽', 1)[0]?.reason).toMatchObject({ from: 3, to: 7 });
});

test('middle dots in all shapes, spaces and full-width signs make no difference', () => {
  const people: Sample[] = [{ name: '阿依古丽·买买提', phone: '13900001111' }, { name: 'John  Smith' }];
  for (const dot of ['·', '•', '・', '‧', '∙', '･', '', ' ', '　']) {
    expect(found(people, `古丽${dot}买买`)).toEqual(['阿依古丽·买买提']);
  }
  expect(found(people, '１３９ ００００-１１')).toEqual(['阿依古丽·买买提']);
  expect(found(people, 'ＪＯＨＮsm')).toEqual(['John  Smith']);
  expect(found(people, '·')).toEqual([]);
  expect(found(people, '  ')).toEqual([]);
});

test('a number is found by any part of it: ID number, phone, card', () => {
  const people: Sample[] = [
    { name: '证', idNumber: '11010519491231002X' },
    { name: '机', phone: '+85223456789' },
    { name: '卡', cards: ['260000000017', '260000000025'] },
  ];
  expect(found(people, '110105')).toEqual(['证']);
  expect(found(people, '19491231')).toEqual(['证']);
  expect(found(people, '002x')).toEqual(['证']);
  expect(found(people, '002X')).toEqual(['证']);
  expect(found(people, '11010519491231002X')).toEqual(['证']);
  expect(found(people, '8522345')).toEqual(['机']);
  expect(found(people, '+852 2345')).toEqual(['机']);
  expect(found(people, '0025')).toEqual(['卡']);
  expect(found(people, '260000000017')).toEqual(['卡']);
  expect(found(people, '999')).toEqual([]);
});

test('a beginning of a number comes before its end, and its end before its middle', () => {
  const people: Sample[] = [
    { name: '中', phone: '13877770000' },
    { name: '尾', phone: '13811117777' },
    { name: '头', phone: '77771111000' },
  ];
  expect(found(people, '7777')).toEqual(['头', '尾', '中']);
});

test('no more of an ID number or a phone is shown than the mask allows, whatever was typed', () => {
  const { directory } = directoryOf([{ name: '人', idNumber: '11010519491231002X', phone: '15016835244' }]);
  const reason = (text: string) => directory.search(text, 1)[0]?.reason;
  const shown = '110***********002X';
  expect(reason('1101')).toEqual({ field: 'id-number', shown, from: 0, to: 3 });
  expect(reason('19491231')).toEqual({ field: 'id-number', shown, from: 0, to: 0 });
  expect(reason('1002x')).toEqual({ field: 'id-number', shown, from: 14, to: 18 });
  expect(reason('11010519491231002X')).toEqual({ field: 'id-number', shown, from: 0, to: 18 });
  expect(reason('5244')).toEqual({ field: 'phone', shown: '150****5244', from: 7, to: 11 });
  expect(reason('1683')).toEqual({ field: 'phone', shown: '150****5244', from: 0, to: 0 });
});

test('no hit for any text uncovers a digit that the masks hide', () => {
  const { directory } = directoryOf([
    { name: '人', idNumber: '11010519491231002X', phone: '15016835244', cards: ['260000000017'] },
  ]);
  const part = fc
    .constantFrom('11010519491231002X', '15016835244', '260000000017')
    .chain((number) =>
      fc
        .tuple(fc.nat(number.length - 1), fc.integer({ min: 1, max: 18 }))
        .map(([from, count]) => number.slice(from, from + count)),
    )
    .filter((text) => text !== 'X');
  fc.assert(
    fc.property(part, (text) => {
      const [hit] = directory.search(text, 1);
      expect(hit).toBeDefined();
      const { field, shown } = hit?.reason ?? {};
      if (field === 'id-number') expect(shown).toBe('110***********002X');
      else if (field === 'phone') expect(shown).toBe('150****5244');
      else expect(shown).toBe('260000000017');
      expect(JSON.stringify(hit)).not.toContain('19491231');
    }),
  );
});

test('the reason names the field that the digits begin or end', () => {
  const { directory } = directoryOf([{ idNumber: '150123199001010138', phone: '13815012399' }]);
  expect(directory.search('138', 1)[0]?.reason.field).toBe('phone');
  expect(directory.search('1501', 1)[0]?.reason.field).toBe('id-number');
});

test('pinyin is shown by syllables with what was typed marked', () => {
  const { directory } = directoryOf(names('张伟明'));
  const reason = (text: string) => directory.search(text, 1)[0]?.reason;
  expect(reason('zhangw')).toEqual({ field: 'pinyin', shown: 'zhang wei ming', from: 0, to: 7 });
  expect(reason('weim')).toEqual({ field: 'pinyin', shown: 'zhang wei ming', from: 6, to: 11 });
  expect(reason('zwm')).toEqual({ field: 'pinyin', shown: 'zhang wei ming', from: 0, to: 14 });
  expect(reason('wm')).toEqual({ field: 'pinyin', shown: 'zhang wei ming', from: 6, to: 14 });
});

test('an employer’s people are found after those whose own name fits', () => {
  const people: Sample[] = [{ name: '医院生' }, { name: '甲', employer: '新区医院' }, { name: '乙', employer: '医院管理公司' }];
  expect(found(people, '医院')).toEqual(['医院生', '乙', '甲']);
  expect(directoryOf(people).directory.search('新区', 1)[0]?.reason).toEqual({
    field: 'employer',
    shown: '新区医院',
    from: 0,
    to: 2,
  });
});

test('somebody registered, renamed, or sent elsewhere is found as they are now', () => {
  const { ledger, directory } = directoryOf(names('张伟'));
  const take = (version: number, name: string, employerName: string) =>
    ledger.take({
      seq: version,
      entry: { kind: 'session.signed-out', at: { wall: '2026-03-02T01:00:00.000Z' } } as never,
      rows: [
        {
          kind: 'person',
          id: 'new',
          state: {
            id: 'new' as PersonId,
            version,
            registeredOn: '2026-03-02' as PlainDate,
            document: { kind: 'resident-id', number: '15012319900101002X' },
            identity: { name, sex: '1', birthDate: '1990-01-01' as PlainDate, nationality: 'CHN' },
            employment: { employerName, uscc: '91150100MA0N000000', engagement: 'full-time' },
            contact: { phone: '13800000000' },
          },
        },
      ],
    });
  take(1, '李娜', '电池厂');
  expect(directory.search('李娜', 9).map(({ name }) => name)).toEqual(['李娜']);
  take(2, '李小娜', '牧场');
  expect(directory.search('李娜', 9)).toEqual([]);
  expect(directory.search('lixiaona', 9)).toHaveLength(1);
  expect(directory.search('电池', 9)).toEqual([]);
  expect(directory.search('牧场', 9)).toHaveLength(1);
  take(3, '李小娜', '电池厂');
  expect(directory.search('电池', 9)).toHaveLength(1);
  expect(directory.search('15012319900101002X', 9)).toHaveLength(1);
});

test('a hit bears the newest card and the tier in the office’s words', () => {
  const { ledger, directory } = directoryOf([{ name: '张伟', cards: ['260000000017', '260000000025'] }], (pack, team, tier) =>
    pack === 'pack@1' ? `${team}/${tier}类` : undefined,
  );
  const granted = {
    version: 2,
    personId: 'person-0' as PersonId,
    team: 'talent',
    tier: 'D',
    status: 'granted' as const,
    pack: 'pack@1',
  };
  ledger.restoreRecognition({ ...granted, id: 'matter' as MatterId } as never);
  ledger.people[0]?.matterIds.push('matter' as MatterId);
  expect(directory.search('张伟', 1)[0]).toMatchObject({
    maskedIdNumber: '150***********001X',
    phoneTail: '5678',
    tier: 'talent/D类',
    cardNumber: '260000000025',
  });
});

/** What a search must find, said as plainly as can be. */
function matches(line: PersonLine, query: string): boolean {
  const texts = [line.name, line.employer, line.idNumber, line.phone, ...line.cardNumbers].map(foldText);
  const readings = line.pinyin.split('\n').map((reading) => reading.split(' '));
  const letters = readings.flatMap((syllables) =>
    syllables.flatMap((_, from) => [syllables.slice(from), syllables.slice(from).map((syllable) => syllable.charAt(0))]),
  );
  const isNumber = /^\+?\d+x?$/.test(query);
  const fields = isNumber ? texts : texts.slice(0, 2);
  return (
    fields.some((text) => text.includes(query)) ||
    (/^[a-z]+$/.test(query) && letters.some((part) => part.join('').startsWith(query)))
  );
}

test('of thousands of people exactly those are found who have what was typed, over all parts of the directory', () => {
  const characters = fc.constantFrom('张', '伟', '王', '𠮷', '㛃', '聪', 'j', 'o', '·', '娜');
  const name = fc.array(characters, { minLength: 1, maxLength: 4 }).map((all) => all.join(''));
  const number = fc.stringMatching(/^[0-3]{5}$/);
  const sample = fc.record({ name, idNumber: number, phone: number, employer: name, cards: fc.array(number, { maxLength: 2 }) });
  const samples = fc.sample(sample, { numRuns: 300, seed: 1 });
  // Enough to fill several parts, with the samples spread over them.
  const crowd = Array.from({ length: 4_500 }, (_, at) =>
    at % 15 === 0 ? (samples[at / 15] as Sample) : { name: '众', employer: '众' },
  );
  const { ledger, directory } = directoryOf(crowd);
  const query = fc.oneof(
    name,
    fc.stringMatching(/^[0-3]{1,5}$/),
    fc.stringMatching(/^[zwjo][hei]?a?n?g?w?$/),
    fc.constantFrom(...samples.map(({ idNumber = '' }) => idNumber.slice(1))),
  );
  fc.assert(
    fc.property(query, (text) => {
      const folded = foldText(text);
      const expected = folded === '' ? [] : ledger.people.filter((line) => matches(line, folded)).map(({ id }) => id);
      const hits = directory.search(text, 10_000).map(({ personId }) => personId);
      expect(hits.toSorted()).toEqual(expected.toSorted());
      expect(directory.search(text, 3).map(({ personId }) => personId)).toEqual(hits.slice(0, 3));
    }),
    { numRuns: 100 },
  );
});
