import type { Sha256Hex } from '../../shared/domain/ids.ts';
import { adviceCalls } from './advice.ts';
import { approvalCalls } from './approvals.ts';
import { attachmentCalls } from './attachments.ts';
import { auditCalls } from './audit.ts';
import { backupCalls } from './backup.ts';
import { batchCalls } from './batches.ts';
import { cardCalls } from './cards.ts';
import { correctionCalls } from './corrections.ts';
import { dataKeyCalls } from './data-key.ts';
import { deskCalls } from './desk-door.ts';
import { deskSettingsCalls } from './desk-settings.ts';
import { type DiagnosticsKeeper, diagnosticsCalls } from './diagnostics.ts';
import { draftCalls } from './drafts.ts';
import { type GoingLiveKeeper, goingLiveCalls } from './going-live.ts';
import { matterCalls } from './matters.ts';
import { numberCalls } from './number-blocks.ts';
import type { DeskRoom } from './open-counter.ts';
import { paperCalls } from './papers.ts';
import { policyCalls } from './policy.ts';
import { recognitionCalls } from './recognitions.ts';
import { type RecoveryKeeper, recoveryCalls } from './recovery.ts';
import { requestCalls } from './requests.ts';
import { type RestoreKeeper, restoreCalls } from './restore.ts';
import { retentionCalls } from './retention.ts';
import { type SessionKeeper, sessionCalls } from './session.ts';
import { staffCalls } from './staff.ts';
import { statusCalls } from './status.ts';
import { syncLimitCalls } from './sync-limit.ts';
import { takingOverCalls } from './taking-over.ts';
import { talentCalls } from './talents.ts';

export interface DeskParts {
  readonly room: DeskRoom;
  readonly session: SessionKeeper;
  readonly recovery: RecoveryKeeper;
  readonly goingLive: GoingLiveKeeper;
  readonly restoring: RestoreKeeper;
  readonly diagnostics: DiagnosticsKeeper;
  sha256(bytes: Uint8Array): Sha256Hex;
}

/** Every call of the desk's contract with its implementation. A call without one doesn't compile. */
export function deskRouter({ room, session, recovery, goingLive, restoring, diagnostics, sha256 }: DeskParts) {
  return deskCalls.router({
    session: sessionCalls(session),
    recovery: recoveryCalls(recovery),
    changes: { watch: deskCalls.changes.watch.handler(({ signal }) => room.changes.watch(signal)) },
    counter: statusCalls(room),
    policy: policyCalls(room),
    staff: staffCalls(room),
    numbers: numberCalls(room),
    dataKey: dataKeyCalls(room),
    syncLimit: syncLimitCalls(room),
    goingLive: goingLiveCalls(goingLive),
    backup: backupCalls(room),
    restore: restoreCalls(restoring),
    diagnostics: diagnosticsCalls(diagnostics),
    talents: talentCalls(room),
    corrections: correctionCalls(room),
    requests: requestCalls(room),
    retention: retentionCalls(room),
    drafts: draftCalls(room),
    attachments: attachmentCalls(room),
    batches: batchCalls(room),
    recognitions: recognitionCalls(room),
    approvals: approvalCalls(room),
    matters: matterCalls(room),
    deskSettings: deskSettingsCalls(room),
    cards: cardCalls(room),
    takingOver: takingOverCalls(room, sha256),
    advice: adviceCalls(room),
    papers: paperCalls(room, sha256),
    audit: auditCalls(room),
  });
}
