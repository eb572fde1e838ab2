import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { v7 } from 'uuid';
import type { AdviceId, ApprovalId } from '../../../shared/domain/ids.ts';
import type { PolicyPack } from '../../../shared/domain/policy/pack.ts';
import type { ContractClerk, SampleMember } from './contract-clerk.ts';
import { DemoError } from './demo-error.ts';
import type { Served } from './serve-person.ts';

/** 咨询: two people ask and leave with a sheet; nobody asks them for an ID. */
export async function adviseVisitors(clerk: ContractClerk, { matters = [] }: PolicyPack): Promise<void> {
  for (const topics of [matters.slice(0, 1), matters.slice(1, 3)]) {
    if (topics.length === 0) continue;
    const adviceId = v7() as AdviceId;
    await clerk.desk.advice.give({ adviceId, topics: topics.map(({ code }) => code) });
    await clerk.print({ kind: 'advice-sheet', adviceId });
  }
}

/** 接收旧卡: the cards of an older ledger, which a supervisor looked at. */
export async function takeOverLedger(clerk: ContractClerk, resources: string): Promise<number> {
  const { takingOver } = clerk.desk;
  const bytes = await readFile(join(resources, 'demo', 'old-cards.csv'));
  const { fileId, sheets } = await takingOver.open({ name: 'old-cards.csv', file: new Blob([new Uint8Array(bytes)]) });
  const [sheet] = sheets;
  if (!sheet) throw new DemoError('The ledger of old cards is empty.');
  const bare = { fileId, sheet: 0, columns: sheet.columns, words: sheet.words, decisions: {} };
  const { tierWords, stateWords } = await takingOver.preview(bare);
  const guesses = <G>(words: readonly { word: string; guess?: G | undefined }[]) =>
    Object.fromEntries(words.flatMap(({ word, guess }) => (guess === undefined ? [] : [[word, guess]])));
  const plan = { ...bare, words: { tiers: guesses(tierWords), states: guesses(stateWords) } };
  await takingOver.signOff({ ...plan, ticket: await clerk.signOff('recognition.grant', plan.fileId) });
  let taken = 0;
  for (let from: number | undefined = 0; from !== undefined; ) {
    const step: { taken: number; next?: number | undefined } = await takingOver.take({ ...plan, from });
    taken += step.taken;
    from = step.next;
  }
  return taken;
}

export interface ReviewOptions {
  readonly clerk: SampleMember;
  readonly supervisor: SampleMember;
}

/** 审核: what the clerk left waits until the supervisor signs in, who approves it in their own name; no PIN is shared. */
export async function reviewWhatWasLeft(
  worker: ContractClerk,
  left: readonly Served[],
  { clerk, supervisor }: ReviewOptions,
): Promise<void> {
  const { desk } = worker;
  const waiting: ApprovalId[] = [];
  for (const { matterId } of left) {
    const asked = { act: 'recognition.grant-directly', matterId } as const;
    waiting.push((await desk.approvals.request({ asked, note: '示例：主管外出' })).approvalId);
  }
  if (waiting.length === 0) return;
  await changeHands(worker, supervisor);
  for (const approvalId of waiting) await desk.approvals.approve({ approvalId });
  await changeHands(worker, clerk);
}

async function changeHands({ desk }: ContractClerk, { number: staffNumber, pin }: SampleMember): Promise<void> {
  await desk.session.signOut();
  await desk.session.signIn({ staffNumber, pin });
}
