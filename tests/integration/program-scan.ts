import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import type { Sha256Hex } from '../../shared/domain/ids.ts';
import { root } from './program-kit.ts';

/** A scan of a document, stored; `mark` makes it another one. */
export async function scan(desk: DeskClient, mark = ''): Promise<Sha256Hex> {
  const bytes = readFileSync(join(root, 'tests/fixtures/scans/document.png'));
  const file = new Blob([new Uint8Array(Buffer.concat([bytes, Buffer.from(mark)]))], { type: 'image/png' });
  return (await desk.attachments.put({ name: '证件.png', file })).sha256;
}
