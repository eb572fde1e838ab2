import { existsSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { describe, expect, test } from 'vitest';
import { cardState } from '../../shared/domain/card/card-life.ts';
import { numberSeries } from '../../shared/domain/counter/counter.ts';
import { entryFacts } from '../../shared/domain/entry.ts';
import { recognitionAction, recognitionStatus } from '../../shared/domain/matter/recognition.ts';
import { paperKind } from '../../shared/domain/paper/printed-paper.ts';
import { route } from '../../shared/domain/policy/pack.ts';
import { role } from '../../shared/domain/staff/staff.ts';
import { idKind } from '../../shared/domain/talent/id-kind.ts';
import { engagementKind } from '../../shared/domain/talent/person.ts';
import { findBrokenLinks, linksOf, targetOf } from './doc-links.ts';
import { projectFiles, readText, root } from './source-files.ts';

const documents = projectFiles().filter((path) => path.endsWith('.md'));

describe('documents', () => {
  test('their links lead somewhere', () => {
    const there = (path: string) => existsSync(join(root, path));
    expect(documents.flatMap((path) => findBrokenLinks({ path, text: readText(path), there, read: readText }))).toEqual([]);
    expect(documents.length).toBeGreaterThan(20);
  });

  test('a link that leads nowhere would be found, and one to a heading that is not there', () => {
    const text = '[a](b.md) [c](../README.md) [d](https://example.org) [e](#here) [f](#not-here) ![g](h.svg)\n\n## Here\n';
    const there = (path: string) => path === normalize('README.md');
    expect(findBrokenLinks({ path: 'docs/a.md', text, there, read: () => '' })).toEqual([
      'docs/a.md: b.md',
      'docs/a.md: #not-here',
      'docs/a.md: h.svg',
    ]);
  });

  test('the README has the two commands', () => {
    const readme = readText('README.md');
    expect(readme).toMatch(/^ {4}\.\/setup && npm start\b/m);
    expect(readme).toMatch(/^ {4}\.\/setup && npm test\b/m);
  });

  test('every document can be reached from the README', () => {
    const reached = new Set(['README.md']);
    for (const path of reached) {
      if (!documents.includes(path)) continue;
      for (const link of linksOf(readText(path))) reached.add(targetOf(path, link));
    }
    const own = documents.filter((path) => path.startsWith('docs/') || !path.includes('/'));
    expect(own.filter((path) => !reached.has(path))).toEqual([]);
  });

  test('CI runs the README’s commands, and nothing else', () => {
    const lines = readText('.ci/run')
      .split('\n')
      .filter((line) => line !== '' && !/^(#|set |cd )/.test(line));
    expect(lines).toEqual(['./setup', 'npm run check', 'npm test']);
    for (const line of lines) expect(readText('README.md')).toContain(line);
  });

  test('each decision bears its date and is in the list', () => {
    const list = readText('docs/decisions/README.md');
    const decisions = documents.filter((path) => /^docs\/decisions\/\d/.test(path));
    for (const path of decisions) {
      const [, date, name] = /(\d{4}-\d{2}-\d{2})-([a-z0-9-]+)\.md$/.exec(path) ?? [];
      expect(list).toContain(`(${date}-${name}.md)`);
      expect(readText(path)).toContain(`\n${date}. `);
    }
    expect(decisions.length).toBeGreaterThan(10);
  });

  test('the architecture names every room of main and every folder of shared', () => {
    const architecture = readText('docs/architecture.md');
    const folders = new Set(projectFiles().flatMap((path) => /^(electron|shared|renderer)\/[^/]+\//.exec(path)?.[0] ?? []));
    expect([...folders].filter((folder) => !architecture.includes(`\`${folder}\``))).toEqual([]);
  });
});

describe('the glossary', () => {
  const glossary = readText('docs/glossary.md');
  const words = {
    entry: Object.keys(entryFacts),
    role: role.options,
    route: route.options,
    'ID document': idKind.options,
    engagement: engagementKind.options,
    paper: paperKind.options,
    'card state': cardState.options,
    'recognition status': recognitionStatus.options,
    'number series': numberSeries.options,
  };

  test.each(Object.entries(words).flatMap(([what, codes]) => codes.map((code) => [what, code] as const)))(
    'has a line for the %s %s',
    (_, code) => {
      const line = glossary.split('\n').find((one) => one.startsWith('| ') && one.includes(`\`${code}\``));
      expect(line).toMatch(/\p{Script=Han}/u);
    },
  );

  test('has what may be done with a recognition', () => {
    const missing = recognitionAction.options.filter(
      (action) => !/^(print|issue)-/.test(action) && !glossary.includes(`\`${action}\``),
    );
    expect(missing).toEqual([]);
  });
});
