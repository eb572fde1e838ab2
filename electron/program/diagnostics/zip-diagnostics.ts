import { zipSync } from 'fflate';
import type { DiagnosticsFile } from './gather-diagnostics.ts';

/** One archive of them all, as every system can open it. */
export function zipDiagnostics(files: readonly DiagnosticsFile[], now: Date): Uint8Array {
  return zipSync(Object.fromEntries(files.map(({ name, bytes }) => [name, bytes])), { level: 6, mtime: now });
}
