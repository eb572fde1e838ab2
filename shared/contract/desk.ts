import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { personId } from '../domain/ids.ts';
import { policyPack } from '../domain/policy/pack.ts';
import { adviceCalls } from './advice-calls.ts';
import { approvalCalls } from './approval-calls.ts';
import { attachmentCalls } from './attachment-calls.ts';
import { auditCalls } from './audit-calls.ts';
import { backupCalls } from './backup-calls.ts';
import { batchCalls } from './batch-calls.ts';
import { cardCalls } from './card-calls.ts';
import { correctionCalls } from './correction-calls.ts';
import { dataKeyCalls } from './data-key-calls.ts';
import { call } from './desk-call.ts';
import { deskSettingsCalls } from './desk-settings-calls.ts';
import { diagnosticsCalls } from './diagnostics-calls.ts';
import { draftCalls } from './draft-calls.ts';
import { goingLiveCalls } from './going-live-calls.ts';
import { matterCalls } from './hand-over-calls.ts';
import { numberCalls } from './number-calls.ts';
import { paperCalls } from './paper-calls.ts';
import { recognitionCalls } from './recognition-calls.ts';
import { recoveryCalls } from './recovery-calls.ts';
import { requestCalls } from './request-calls.ts';
import { restoreCalls } from './restore-calls.ts';
import { retentionCalls } from './retention-calls.ts';
import { sessionCalls } from './session-calls.ts';
import { staffCalls } from './staff-calls.ts';
import { counterCalls } from './status-calls.ts';
import { syncLimitCalls } from './sync-limit-calls.ts';
import { takingOverCalls } from './taking-over-calls.ts';
import { talentCalls } from './talent-calls.ts';

export const changeNotice = z.strictObject({
  /** What changed, by noun: screens ask again for what they show of it. */
  nouns: z.array(
    z.enum(['session', 'person', 'recognition', 'card', 'paper', 'job', 'status', 'draft', 'settings', 'batch', 'approval']),
  ),
  personId: personId.optional(),
});

export const deskContract = {
  session: sessionCalls,
  recovery: recoveryCalls,
  changes: { watch: call('anyone').output(eventIterator(changeNotice)) },
  counter: counterCalls,
  policy: { pack: call('signed-in').output(policyPack) },
  staff: staffCalls,
  numbers: numberCalls,
  dataKey: dataKeyCalls,
  syncLimit: syncLimitCalls,
  goingLive: goingLiveCalls,
  backup: backupCalls,
  restore: restoreCalls,
  diagnostics: diagnosticsCalls,
  talents: talentCalls,
  corrections: correctionCalls,
  requests: requestCalls,
  retention: retentionCalls,
  drafts: draftCalls,
  attachments: attachmentCalls,
  batches: batchCalls,
  recognitions: recognitionCalls,
  approvals: approvalCalls,
  matters: matterCalls,
  deskSettings: deskSettingsCalls,
  cards: cardCalls,
  takingOver: takingOverCalls,
  advice: adviceCalls,
  papers: paperCalls,
  audit: auditCalls,
};
