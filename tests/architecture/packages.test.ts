import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { readText, root } from './source-files.ts';

interface Manifest {
  dependencies: Record<string, string>;
  devDependencies: Record<string, string>;
}

const manifest = JSON.parse(readText('package.json')) as Manifest;

describe('packages', () => {
  test('the lockfile names no host, so that any registry can serve it', () => {
    const { packages } = JSON.parse(readText('package-lock.json')) as {
      packages: Record<string, { resolved?: string; integrity?: string }>;
    };
    expect(Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
    const unchecked = Object.entries(packages).filter(([path, { integrity }]) => path !== '' && integrity === undefined);
    expect(unchecked.map(([path]) => path)).toEqual([]);
  });

  test('npm ci takes the lockfile as it is', async () => {
    // Rejects on any exit code but 0; offline, since a whole lockfile needs nothing asked for.
    const options = ['--dry-run', '--offline', '--ignore-scripts', '--no-audit', '--no-fund'];
    await expect(promisify(execFile)('npm', ['ci', ...options], { cwd: root })).resolves.toBeDefined();
  });

  test('each package is pinned to one version', () => {
    const loose = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies }).filter(
      ([, version]) => !/^(npm:(@[\w-]+\/)?[\w-]+@)?\d+\.\d+\.\d+$/.test(version),
    );
    expect(loose).toEqual([]);
  });

  test('each runtime package has its line, and its reason, in docs/dependencies.md, and no other has one there', () => {
    const section =
      readText('docs/dependencies.md')
        .split(/^## /m)
        .find((part) => part.startsWith('At run time')) ?? '';
    const lines = [...section.matchAll(/^\| `([^`]+)` \| ([^|]+) \|/gm)].map((match) => [match[1], match[2]?.trim()] as const);
    expect(lines.map(([name]) => name).sort()).toEqual(Object.keys(manifest.dependencies).sort());
    expect(lines.filter(([, reason]) => (reason ?? '').length < 20)).toEqual([]);
  });
});
