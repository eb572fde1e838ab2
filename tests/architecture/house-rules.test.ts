import { describe, expect, test } from 'vitest';
import { linesOf, measureFiles } from './file-sizes.ts';
import { isTest, programFiles, projectFiles, readText } from './source-files.ts';
import { findPathFault, findTextFaults } from './text-rules.ts';

describe('the size of files', () => {
  test('no program file is longer than 400 lines, no test longer than 600', () => {
    const files = programFiles().map((path) => ({ path, lines: linesOf(readText(path)) }));
    expect(measureFiles(files, isTest).tooLong).toEqual([]);
    expect(files.length).toBeGreaterThan(250);
  });

  test('the limit bites: one line too many is found, in a test a few hundred later', () => {
    const files = [
      { path: 'shared/domain/long.ts', lines: 401 },
      { path: 'shared/domain/long.test.ts', lines: 600 },
      { path: 'tests/e2e/long.ts', lines: 601 },
      { path: 'electron/vault/growing.ts', lines: 251 },
    ];
    const { tooLong, growing } = measureFiles(files, isTest);
    expect(tooLong.map(({ path }) => path)).toEqual(['shared/domain/long.ts', 'tests/e2e/long.ts']);
    expect(growing.map(({ path }) => path)).toEqual(['electron/vault/growing.ts']);
  });
});

describe('names in the house', () => {
  test('no folder is named after nothing, no file is a barrel, nothing lies beside main.ts', () => {
    expect(projectFiles().flatMap((path) => findPathFault(path) ?? [])).toEqual([]);
  });

  test.each([
    'shared/utils/date.ts',
    'electron/helpers/files.ts',
    'renderer/desk/common/button.tsx',
    'electron/services/print.ts',
    'shared/domain/index.ts',
    'electron/wiring.ts',
  ])('%s would be found', (path) => {
    expect(findPathFault(path)).toBeDefined();
  });

  test.each(['electron/main.ts', 'electron/preload.cts', 'electron/host/pages.ts', 'renderer/desk/index.html'])(
    '%s is fine',
    (path) => {
      expect(findPathFault(path)).toBeUndefined();
    },
  );
});

describe('what program files say', () => {
  test('nothing is put off, suppressed without a reason, tied to one machine, or said on a console that nobody reads', () => {
    expect(programFiles().flatMap((path) => findTextFaults(path, readText(path)))).toEqual([]);
  });

  test.each([
    ['// TO' + 'DO: later', 'shared/domain/x.ts'],
    ['// biome' + '-ignore lint/suspicious/noExplicitAny: <explanation>', 'electron/x/y.ts'],
    ['// biome' + '-ignore lint/suspicious/noExplicitAny: because', 'electron/x/y.ts'],
    ['// @ts' + '-expect-error', 'electron/x/y.ts'],
    ['// @ts' + '-ignore the types of this package are wrong', 'electron/x/y.ts'],
    [`const place = '/wo${'rk'}/main/out';`, 'electron/x/y.ts'],
    ['console.log(person);', 'shared/domain/x.ts'],
    ['  console.error(error);', 'renderer/desk/app/x.ts'],
  ])('%s would be found', (line, path) => {
    expect(findTextFaults(path, `const one = 1;\n${line}\n`)).toMatchObject([{ path, line: 2 }]);
  });

  test.each([
    [
      '// biome' + '-ignore lint/a11y/noAutofocus: the only field of a page that a clerk has just called up',
      'renderer/desk/x.tsx',
    ],
    ['// @ts' + '-expect-error the published types leave out this option', 'electron/x/y.ts'],
    ["console.log('Fonts are there.');", 'build/fonts.ts'],
  ])('%s is fine', (line, path) => {
    expect(findTextFaults(path, line)).toEqual([]);
  });
});
