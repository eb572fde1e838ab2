import { deskTarget } from './desk-target.ts';
import { frameTarget } from './frame-target.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { journalTarget } from './journal-target.ts';
import { evidenceTarget, packTarget, qrTarget, sheetTarget } from './pure-targets.ts';

/** Every boundary that junk is put to. A worker opens one when it is first asked for it. */
export const targets: Record<string, () => Promise<FuzzTarget>> = {
  desk: deskTarget as () => Promise<FuzzTarget>,
  frames: frameTarget as () => Promise<FuzzTarget>,
  journal: journalTarget as () => Promise<FuzzTarget>,
  qr: qrTarget as () => Promise<FuzzTarget>,
  packs: packTarget as () => Promise<FuzzTarget>,
  sheets: sheetTarget as () => Promise<FuzzTarget>,
  evidence: evidenceTarget as () => Promise<FuzzTarget>,
};
