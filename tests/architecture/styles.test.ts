import { expect, test } from 'vitest';
import { projectFiles, readText } from './source-files.ts';

/** Styles of all features are one page's: a class that two of them give a look of its own changes the other's screen, unseen. */
test('no feature styles a class of another feature, of ui or of the frame, unless under a class of its own', () => {
  const owners = new Map<string, Set<string>>();
  for (const path of projectFiles().filter((file) => /^renderer\/desk\/.*\.css$/.test(file))) {
    // Of `.a .b` only `.a` is what the rule is about; what stands under one's own class is one's own affair.
    const heads = readText(path).matchAll(/^\s*(?:[a-z]+)?\.([a-z][\w-]*)/gm);
    for (const [, name = ''] of heads) owners.set(name, (owners.get(name) ?? new Set()).add(path));
  }
  expect(owners.size).toBeGreaterThan(150);
  const shared = [...owners].filter(([name, paths]) => paths.size > 1 && !name.startsWith('ant'));
  expect(shared.map(([name, paths]) => `${name}: ${[...paths].join(', ')}`)).toEqual([]);
});
