import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { personId } from '../domain/ids.ts';
import { policyPack } from '../domain/policy/pack.ts';
import { adviceCalls } from './advice-calls.ts';
import { approvalCalls } from './approval-calls.ts';
import { attachmentCalls } from './attachment-calls.ts';
import { batchCalls } from './batch-calls.ts';
import { cardCalls } from './card-calls.ts';
import { call } from './desk-call.ts';
import { deskSettingsCalls } from './desk-settings-calls.ts';
import { diagnosticsCalls } from './diagnostics-calls.ts';
import { draftCalls } from './draft-calls.ts';
import { goingLiveCalls } from './going-live-calls.ts';
import { matterCalls } from './hand-over-calls.ts';
import { numberCalls } from './number-calls.ts';
import { paperCalls } from './paper-calls.ts';
import { recognitionCalls } from './recognition-calls.ts';
import { sessionCalls } from './session-calls.ts';
import { staffCalls } from './staff-calls.ts';
import { counterCalls } from './status-calls.ts';
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
  changes: { watch: call('anyone').output(eventIterator(changeNotice)) },
  counter: counterCalls,
  policy: { pack: call('signed-in').output(policyPack) },
  staff: staffCalls,
  numbers: numberCalls,
  goingLive: goingLiveCalls,
  diagnostics: diagnosticsCalls,
  talents: talentCalls,
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
};
