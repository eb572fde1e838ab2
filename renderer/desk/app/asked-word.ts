import type { AskedAct } from '../../../shared/domain/approval/approval.ts';
import { secondPersonAct } from '../../../shared/domain/card/card-life.ts';
import type { zh } from '../i18n/words.ts';

/** By which word an act that was left for a second person is called: `approvals.asked`. */
export type AskedWord = keyof (typeof zh)['approvals']['asked'];

export function askedWord(asked: AskedAct): AskedWord {
  return asked.act === 'card.change' ? asked.change : 'grant-directly';
}

export function isAskedWord(code: string): code is AskedWord {
  return code === 'grant-directly' || secondPersonAct.safeParse(code).success;
}
