import { join } from 'node:path';
import { ensureBuilt } from '../../build/ensure-built.ts';

/** What is tested is what was built from these sources. */
export default function buildFirst(): void {
  ensureBuilt(join(import.meta.dirname, '..', '..'), () => {});
}
