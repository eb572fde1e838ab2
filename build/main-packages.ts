import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

interface LockFile {
  packages: Record<string, { dev?: boolean; dependencies?: Record<string, string> }>;
}

export interface MainPackages {
  /** `node_modules/zod`: what main needs beside its bundle, each with what it needs itself. */
  needed: string[];
  /** Run-time packages that are in the pages' bundles already, or that nobody asks for. */
  unneeded: string[];
}

/** Of the run-time packages only those that main's bundle still imports belong into the package. */
export function listMainPackages(root: string): MainPackages {
  const { packages } = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')) as LockFile;
  const needed = new Set<string>();
  const add = (name: string, from: string): void => {
    const path = findPackage(packages, name, from);
    if (path === undefined || needed.has(path)) return;
    needed.add(path);
    for (const dependency of Object.keys(packages[path]?.dependencies ?? {})) add(dependency, path);
  };
  for (const name of importedPackages(join(root, 'out', 'main'))) add(name, '');
  const runTime = Object.keys(packages).filter((path) => path !== '' && packages[path]?.dev !== true);
  return { needed: [...needed].sort(), unneeded: runTime.filter((path) => !needed.has(path)).sort() };
}

/** As Node looks for it: beside whoever asks, then further up. */
function findPackage(packages: LockFile['packages'], name: string, from: string): string | undefined {
  for (let folder = from; ; folder = folder.replace(/\/?node_modules\/(@[^/]+\/)?[^/]+$/, '')) {
    const path = folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`;
    if (packages[path] !== undefined) return path;
    if (folder === '') return undefined;
  }
}

function importedPackages(main: string): Set<string> {
  const names = new Set<string>();
  for (const file of globSync('**/*.js', { cwd: main })) {
    const code = readFileSync(join(main, file), 'utf8');
    for (const [, specifier = ''] of code.matchAll(/(?:\bfrom|\bimport\(?|\bresolve\()\s*["']([^"'.][^"']*)["']/g)) {
      const [name] = /^(@[^/]+\/)?[^/]+/.exec(specifier) ?? [];
      if (name !== undefined && name !== 'electron') names.add(name);
    }
  }
  return names;
}
