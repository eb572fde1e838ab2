import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** One bit in the first segment of a journal, where more follows: no kill and no power cut does that. */
export function damage(data: string, counter: 'trial' | 'counter'): void {
  const folder = join(data, counter, 'journal', 'own');
  const [first = ''] = readdirSync(folder)
    .filter((name) => name.endsWith('.tcj'))
    .toSorted();
  const file = join(folder, first);
  const bytes = readFileSync(file);
  bytes[400] = (bytes[400] ?? 0) ^ 1;
  writeFileSync(file, bytes);
}
