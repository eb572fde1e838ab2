/**
 * Prints what search-as-you-type costs: `node tests/bench/directory-figures.ts [people …]`. Each query is typed key by key, as a
 * clerk does, five times; the best of the five counts, so that a busy machine doesn't.
 */
import { Directory } from '../../electron/records/directory.ts';
import { Ledger } from '../../electron/records/ledger.ts';
import { newPersonLine, type PersonLine } from '../../electron/records/ledger-lines.ts';
import { nameReadings } from '../../electron/records/name-pinyin.ts';
import type { CardNumber, PersonId } from '../../shared/domain/ids.ts';

let seed = 20_260_302;
function random(below: number): number {
  seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0;
  return Math.floor((seed / 2 ** 32) * below);
}
const pick = <T>(from: readonly T[]): T => from[random(from.length)] as T;
const digits = (count: number) => Array.from({ length: count }, () => random(10)).join('');

const surnames = [
  ...'王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江尹薛闫段雷龙史陶贺毛郝顾龚邵万',
];
const given = [
  ...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英华建文玉兰红玲辉鹏飞燕波斌宇浩凯婷雪梅倩颖晨欣怡子涵一诺梓萱浩然俊熙乐其木格斯琴高娃巴特尔苏日娜㛃𤩽𬭎',
];
const trades = ['云计算', '大数据', '乳业', '生物科技', '新材料', '电池', '装备制造', '物流', '能源', '农牧业', '医院', '中学'];
const places = ['内蒙古', '呼和浩特', '和林格尔', '金山', '盛乐', '土默特', '包头', '乌兰察布', '鄂尔多斯', '新区'];

function samplePeople(count: number): Ledger {
  const ledger = new Ledger();
  const employers = Array.from({ length: Math.max(20, count / 30) }, (_, at) => `${pick(places)}${pick(trades)}${at}有限公司`);
  const readings = new Map<string, string>();
  for (let slot = 0; slot < count; slot++) {
    const name = pick(surnames) + pick(given) + (random(5) > 0 ? pick(given) : '');
    if (!readings.has(name))
      readings.set(
        name,
        nameReadings(name)
          .map((syllables) => syllables.join(' '))
          .join('\n'),
      );
    const line: PersonLine = newPersonLine(`person-${slot}` as PersonId, slot);
    line.name = name;
    line.pinyin = readings.get(name) ?? '';
    line.idNumber = `${pick(['150123', '150102', '152502', '310115', '110105'])}${1960 + random(46)}${String(101 + random(1_100)).padStart(4, '0')}${digits(3)}${pick([...'0123456789X'])}`;
    line.phone = `1${pick(['38', '39', '50', '51', '81', '86', '77'])}${digits(8)}`;
    line.employer = pick(employers);
    if (random(10) < 6) line.cardNumbers.push(`26${digits(10)}` as CardNumber);
    ledger.restorePerson(line);
  }
  return ledger;
}

type Typed = (person: PersonLine) => string;
const kinds: Record<string, Typed> = {
  name: ({ name }) => name,
  'given name': ({ name }) => name.slice(1),
  pinyin: ({ pinyin }) => (pinyin.split('\n')[0] ?? '').replaceAll(' ', ''),
  initials: ({ pinyin }) =>
    (pinyin.split('\n')[0] ?? '')
      .split(' ')
      .map((syllable) => syllable.charAt(0))
      .join(''),
  'whole ID number': ({ idNumber }) => idNumber,
  'end of ID number': ({ idNumber }) => idNumber.slice(-4),
  'birth date': ({ idNumber }) => idNumber.slice(6, 14),
  phone: ({ phone }) => phone,
  'end of phone': ({ phone }) => phone.slice(-4),
  'card number': ({ cardNumbers }) => cardNumbers[0] ?? '26',
  employer: ({ employer }) => employer.slice(0, 8),
  'nobody, in Chinese': () => `${pick(given)}${pick(given)}${pick(given)}鑫`,
  'nobody, in letters': () => `q${pick([...'bcdfghjk'])}${pick([...'lmnpqrst'])}v`,
  'nobody, in digits': () => `9${digits(7)}`,
};

function bestOf(times: number, work: () => unknown): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < times; round++) {
    const start = performance.now();
    work();
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

function measure(count: number): void {
  const ledger = samplePeople(count);
  const { people } = ledger;
  const before = performance.now();
  const directory = new Directory(ledger);
  const built = performance.now() - before;
  const all: number[] = [];
  console.log(`${count.toLocaleString('en')} people: built in ${built.toFixed(0)} ms`);
  for (const person of people.slice(0, 50)) directory.search(person.name, 8);
  for (const [kind, typed] of Object.entries(kinds)) {
    const times: number[] = [];
    for (let round = 0; round < 60; round++) {
      const characters = [...typed(pick(people))];
      for (let keys = 1; keys <= characters.length; keys++) {
        times.push(bestOf(5, () => directory.search(characters.slice(0, keys).join(''), 8)));
      }
    }
    all.push(...times);
    console.log(`  ${kind.padEnd(20)} ${figures(times)}`);
  }
  console.log(`  ${'all'.padEnd(20)} ${figures(all)}`);
}

function figures(times: number[]): string {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number) => (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(3);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, n ${sorted.length}`;
}

const counts = process.argv.slice(2).map(Number);
for (const count of counts.length > 0 ? counts : [100_000]) measure(count);
