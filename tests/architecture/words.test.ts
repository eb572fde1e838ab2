import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { en, zh } from '../../renderer/desk/i18n/words.ts';
import { type RefusalCode, refusals } from '../../shared/domain/refusal.ts';
import { findCodes } from './shared-docs.ts';
import { isTest, programFiles, readText } from './source-files.ts';

const languages = { zh, en };

/** Every word of a table by its path, `refusals.not-found.next`. */
function leaves(words: object, path = ''): [path: string, word: string][] {
  return Object.entries(words).flatMap(([key, word]): [string, string][] => {
    const at = path === '' ? key : `${path}.${key}`;
    return typeof word === 'string' ? [[at, word]] : leaves(word, at);
  });
}

const placesOf = (word: string) => [...word.matchAll(/\{\{-?\s*(\w+)[^}]*\}\}/g)].map((match) => match[1]).sort();
const chinese = leaves(zh);
/** Words that stand in the other language: the button that changes it, and the mark that a reprint bears. */
const otherLanguage = 'shell.language';
const reprintMark = 'papers.preview.printedBefore';
const english = new Map(leaves(en));

describe('words in both languages', () => {
  test('have the same shape', () => {
    expect([...english.keys()].sort()).toEqual(chinese.map(([path]) => path).sort());
    expect(chinese.length).toBeGreaterThan(400);
  });

  test('have the same places to fill', () => {
    const differ = chinese.filter(([path, word]) => placesOf(word).join() !== placesOf(english.get(path) ?? '').join());
    expect(differ.map(([path]) => path)).toEqual([]);
  });

  test('are there: only what is safe may be left unsaid', () => {
    const empty = [...chinese, ...english].filter(([path, word]) => word.trim() === '' && !/^refusals\..+\.safe$/.test(path));
    expect(empty.map(([path]) => path)).toEqual([]);
  });

  test('Chinese is Chinese, and English is English', () => {
    const withoutHan = chinese.filter(
      ([, word]) => /[a-z]{4,}/i.test(word.replace(/\{\{[^}]*\}\}/g, '')) && !/\p{Script=Han}/u.test(word),
    );
    expect(withoutHan.map(([path]) => path)).toEqual([otherLanguage]);
    expect([...english].filter(([, word]) => /\p{Script=Han}/u.test(word)).map(([path]) => path)).toEqual([
      otherLanguage,
      reprintMark,
    ]);
  });
});

describe.each(Object.entries(languages))('refusals in %s', (_, words) => {
  test.each(Object.keys(refusals) as RefusalCode[])('%s says what happened and what to do next, and fills its places', (code) => {
    const said = words.refusals[code];
    expect(said.happened).not.toBe('');
    expect(said.next).not.toBe('');
    const details = Object.keys((refusals[code] as z.ZodObject).shape);
    const places = placesOf(`${said.happened}${said.safe}${said.next}`);
    expect(details).toEqual(expect.arrayContaining(places));
  });

  test('there are words for no refusal that does not exist', () => {
    expect(Object.keys(words.refusals).sort()).toEqual(Object.keys(refusals).sort());
  });
});

/** Files whose codes no field on a screen shows, and why. */
const notBesideAField: Record<string, string> = {
  'shared/domain/counter/numbers.ts': 'no screen takes a number by hand yet',
  'shared/domain/talent/roster.ts': 'rosters are read by the demo alone as yet',
  'shared/domain/talent/roster-row.ts': 'the same',
  'shared/standards/rfc-4180.ts': 'the same',
  'shared/domain/taking-over/judge-row.ts': 'a ledger row’s problems have words of their own, which its screen’s types ask for',
  'shared/domain/policy/pack.ts': 'a pack’s faults are an administrator’s, and are named with their line',
  'renderer/records/storage-failure.ts': 'the hidden page answers main',
};

describe('codes of refused fields', () => {
  const sources = programFiles().filter(
    (path) => /^(shared\/(domain|standards)|electron\/desk|renderer)\//.test(path) && !isTest(path) && !(path in notBesideAField),
  );
  const used = new Map<string, string>();
  for (const path of sources) for (const code of findCodes(path, readText(path))) used.set(code, path);

  test('each has words, wherever it is handed out', () => {
    expect(used.size).toBeGreaterThan(25);
    const known = Object.keys(zh.fieldCodes);
    const own = new Set<string>(Object.keys(refusals));
    const unknown = [...used].filter(([code]) => !known.includes(code) && !own.has(code));
    expect(unknown).toEqual([]);
  });

  test('files that are passed over still exist', () => {
    expect(Object.keys(notBesideAField).filter((path) => !programFiles().includes(path))).toEqual([]);
  });

  test('a new code would be found in each way of writing one', () => {
    const text = `
      export type CheckCode = 'in-a-type' | 'and-another';
      const schema = z.string().regex(/x/, 'in-a-regex').refine(isFine, { message: 'in-a-message' });
      const fields = [{ path: 'a.b', code: 'in-a-field' }, { path: 'c', code: long ? 'if-long' : 'if-short' }];
    `;
    expect(findCodes('new.ts', text)).toEqual(
      ['and-another', 'if-long', 'if-short', 'in-a-field', 'in-a-message', 'in-a-regex', 'in-a-type'].sort(),
    );
  });
});
