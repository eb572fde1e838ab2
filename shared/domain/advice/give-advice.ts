import type { AdviceId, StaffId } from '../ids.ts';
import type { PlainDate } from '../plain-date.ts';
import type { PolicyPack } from '../policy/pack.ts';
import { refuse } from '../refusal.ts';
import type { Advice, AskedAdvice } from './advice.ts';
import { adviceLines, maxAdviceLines } from './advice-lines.ts';

export interface AdviceContext {
  id: AdviceId;
  pack: PolicyPack;
  today: PlainDate;
  staffId: StaffId;
}

/**
 * A consultation. Refuses `field-refused` for a topic that the pack doesn't have or that is named twice, and for more than one sheet of
 * paper holds: nobody is told of a matter on half a sheet.
 */
export function giveAdvice(asked: AskedAdvice, { id, pack, today, staffId }: AdviceContext): { advice: Advice } {
  const known = (pack.matters ?? []).map(({ code }) => code);
  const { topics } = asked;
  if (topics.some((topic) => !known.includes(topic)) || new Set(topics).size < topics.length)
    refuse('field-refused', { fields: [{ path: 'topics', code: 'not-a-code' }] });
  if (adviceLines(pack, topics).length > maxAdviceLines)
    refuse('field-refused', { fields: [{ path: 'topics', code: 'too-long' }] });
  return { advice: { ...asked, id, version: 1, pack: `${pack.id}@${pack.version}`, on: today, by: staffId } };
}
