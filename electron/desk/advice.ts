import { giveAdvice } from '../../shared/domain/advice/give-advice.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskRoom } from './open-counter.ts';
import { trustedToday } from './trusted-today.ts';

class AlreadyGiven extends Error {}

/** Consultations: kept as what was asked and told, and nobody's. */
export function adviceCalls(room: DeskRoom) {
  return {
    give: deskCalls.advice.give.handler(async ({ input: { adviceId, ...asked } }) => {
      const { decisions, packs, records } = room.counter();
      const staffId = room.staff().id;
      await decisions
        .record(staffId, [`advice:${adviceId}`], async () => {
          // Pressed twice, or asked again since the first answer was lost: it is one consultation.
          if (await records.get('advice', adviceId)) throw new AlreadyGiven();
          const facts = giveAdvice(asked, { id: adviceId, pack: packs.current(), today: trustedToday(room), staffId });
          return { kind: 'advice.given', command: asked, facts };
        })
        .catch((error: unknown) => {
          if (!(error instanceof AlreadyGiven)) throw error;
        });
      return { adviceId };
    }),
  };
}
