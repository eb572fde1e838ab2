import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '../..');

/** Made, fetched or deliberately bad: none of it is the project's text. */
const passedOver =
  /^(node_modules|out|dist|release|test-results|playwright-report|\.git)$|^resources\/fonts$|^tests\/(bench\/node_modules|architecture\/bad-sample)$/;

/** The project's files by path from its root, with `/`, sorted. Dot folders but .ci are passed over. */
export function projectFiles(folder = ''): string[] {
  return readdirSync(join(root, folder), { withFileTypes: true })
    .flatMap((item) => {
      const path = folder === '' ? item.name : `${folder}/${item.name}`;
      if (passedOver.test(path) || (item.isDirectory() && item.name.startsWith('.') && item.name !== '.ci')) return [];
      return item.isDirectory() ? projectFiles(path) : [path];
    })
    .sort();
}

export function readText(path: string): string {
  return readFileSync(join(root, path), 'utf8');
}

const programText = /\.(ts|tsx|cts|mts|mjs|css|html)$|(^|\/)(setup|run)$/;

/** Program text: what people write and read as code. Data, documents and fixtures are none. */
export function programFiles(): string[] {
  return projectFiles().filter((path) => programText.test(path) && !path.startsWith('tests/fixtures/'));
}

export function isTest(path: string): boolean {
  return path.startsWith('tests/') || /\.test\.tsx?$/.test(path);
}
