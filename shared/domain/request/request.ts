import { z } from 'zod';
import { personId, requestId, sha256Hex, staffId } from '../ids.ts';
import { plainDate } from '../plain-date.ts';
import { correctedField } from '../talent/correction.ts';

/** What a person may ask for under the 个人信息保护法: 查阅复制, 更正, 删除, 撤回同意. */
export const requestKind = z.enum(['see', 'correct', 'erase', 'withdraw-consent']);
export type RequestKind = z.infer<typeof requestKind>;

/** The person, or somebody with a 授权委托书 whose scan is stored. */
export const requestAsker = z.discriminatedUnion('role', [
  z.strictObject({ role: z.literal('self') }),
  z.strictObject({ role: z.literal('agent'), name: z.string().min(1).max(100), authorisation: sha256Hex }),
]);
export type RequestAsker = z.infer<typeof requestAsker>;

/** Why data can't be erased yet: matters that need it, the law, or that nobody else has it. */
export const erasureGround = z.enum([
  'open-matter',
  'live-card',
  'card-to-issue',
  'waiting-approval',
  'open-request',
  'unfinished-form',
  'paper-printing',
  'archive-period',
  'not-echoed',
]);
export type ErasureGround = z.infer<typeof erasureGround>;

/** A request as its entry has it; the answer is due within fifteen working days. */
export const receivedRequest = z.strictObject({
  id: requestId,
  personId,
  kind: requestKind,
  asker: requestAsker,
  words: z.string().min(2).max(500),
  receivedOn: plainDate,
  receivedBy: staffId,
  dueOn: plainDate,
  /** No calendar covers the days on the way: holidays were not counted. */
  weekendsOnly: z.boolean(),
});

export const requestAnswer = z.strictObject({
  decision: z.enum(['granted', 'refused']),
  grounds: z.array(erasureGround).max(erasureGround.options.length),
  /** Why it was refused, or whatever else is to be said. */
  words: z.string().min(2).max(500).optional(),
  answeredOn: plainDate,
  answeredBy: staffId,
  /** The supervisor, for an erasure and for every refusal. */
  signedOffBy: staffId.optional(),
});
export type RequestAnswer = z.infer<typeof requestAnswer>;

export const request = receivedRequest.extend({
  version: z.int().min(1),
  answer: requestAnswer.optional(),
  /** Fields that were corrected on it. */
  corrected: z.array(correctedField).max(40).optional(),
});
export type PersonRequest = z.infer<typeof request>;
