import { deskTarget } from './desk-target.ts';
import { frameTarget } from './frame-target.ts';
import type { FuzzTarget } from './fuzz-target.ts';
import { generatedJournalTarget, journalTarget } from './journal-target.ts';
import { keptTarget } from './kept-target.ts';
import { evidenceTarget, packTarget, qrTarget, sheetTarget } from './pure-targets.ts';
import { sealedTarget } from './sealed-target.ts';
import { vaultTarget } from './vault-target.ts';

/** Every boundary that junk is put to. A worker opens one when it is first asked for it. */
export const targets: Record<string, () => Promise<FuzzTarget>> = {
  desk: deskTarget as () => Promise<FuzzTarget>,
  frames: frameTarget as () => Promise<FuzzTarget>,
  journal: journalTarget as () => Promise<FuzzTarget>,
  'journal-made-up': generatedJournalTarget as () => Promise<FuzzTarget>,
  vault: vaultTarget as () => Promise<FuzzTarget>,
  sealed: sealedTarget as () => Promise<FuzzTarget>,
  kept: keptTarget as () => Promise<FuzzTarget>,
  qr: qrTarget as () => Promise<FuzzTarget>,
  packs: packTarget as () => Promise<FuzzTarget>,
  sheets: sheetTarget as () => Promise<FuzzTarget>,
  evidence: evidenceTarget as () => Promise<FuzzTarget>,
};
