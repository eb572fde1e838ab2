import { join } from 'node:path';
import { placeRestored } from '../../electron/program/backup/placed-restore.ts';
import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import type { LiveSheet } from '../../shared/contract/going-live-calls.ts';
import type { SessionState } from '../../shared/contract/session-calls.ts';
import type { GoingLiveForm } from '../../shared/domain/counter/going-live.ts';
import { type Computer, computerIn, type Running, type StartOptions, start } from './program-kit.ts';

export const administrator = { number: '8001', name: '赵敏', pin: '402917' };

/** 正式启用 as an office would fill it in. */
export const liveForm: GoingLiveForm = {
  officeName: '和林格尔新区人才服务中心',
  officeNameEn: 'Talent Service Centre of the Horinger New Area',
  address: '示例路1号',
  enquiryPhone: '0471-6512345',
  supervisionPhone: '0471-6512346',
  counterCode: 'a01',
  staffNumber: administrator.number,
  staffName: administrator.name,
  pin: administrator.pin,
  cardFirst: '1',
  cardCount: '500',
  certificateFirst: '1001',
  certificateCount: '500',
  matterFirst: '2001',
  matterCount: '500',
};

/** What the administrator types back off the sheet. */
export function typedBack({ passphrase = '', recoveryKey, ask }: LiveSheet): { words: string[]; group: string } {
  const words = passphrase.split(' ');
  return { words: ask.words.map((word) => words[word - 1] ?? ''), group: recoveryKey.split('-')[ask.group - 1] ?? '' };
}

/** From a desk that waits to be enrolled to a live counter in its place; the program closes itself. */
export async function goLive(running: Running, form: GoingLiveForm = liveForm): Promise<LiveSheet> {
  const sheet = await running.desk.goingLive.prepare(form);
  const { words, group } = typedBack(sheet);
  await running.desk.goingLive.confirm({ ...(words.length > 0 && { words }), group });
  await running.close();
  return sheet;
}

/** Started again on the same computer: which folder it takes is looked at anew, as each start does. */
export function startAgain({ dir }: Computer, options?: StartOptions): Promise<Running> {
  const trouble = placeRestored(join(dir, 'data'), new Date());
  if (trouble !== undefined) throw trouble;
  return start(computerIn(dir), options);
}

export function signInLive(
  desk: DeskClient,
  { number, pin, passphrase }: { number: string; pin: string; passphrase?: string | undefined },
): Promise<SessionState> {
  return desk.session.signIn({ staffNumber: number, pin, ...(passphrase && { passphrase }) });
}
