import type { PersonId } from '../../shared/domain/ids.ts';
import { addDays, chinaDateAt, type PlainDate } from '../../shared/domain/plain-date.ts';
import { retentionOf } from '../../shared/domain/policy/retention.ts';
import type { ErasureGround } from '../../shared/domain/request/request.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskRoom, OpenCounter } from './open-counter.ts';
import { groundsAgainst } from './redact-person.ts';

/** 数据留存: how long data stays on this computer, and what is due. */
export function retentionCalls(room: DeskRoom) {
  return {
    overview: deskCalls.retention.overview.handler(async () => {
      const counter = room.counter();
      const pack = counter.packs.current();
      const everybody = [...counter.ledger.everybody()];
      const held = new Map<ErasureGround, number>();
      let due = 0;
      for await (const { grounds } of beyondTheirDays(counter, room.clock.today())) {
        if (grounds.length === 0) due += 1;
        for (const ground of grounds) held.set(ground, (held.get(ground) ?? 0) + 1);
      }
      return {
        ...retentionOf(pack),
        isDefault: pack.retention === undefined,
        people: everybody.filter(({ redacted }) => !redacted).length,
        redacted: everybody.filter(({ redacted }) => redacted).length,
        due,
        heldBack: [...held].map(([ground, people]) => ({ ground, people })),
        entries: counter.journal.headSeq(),
        echoedUpTo: counter.central.echoedUpTo(),
      };
    }),
  };
}

/** Everybody whose data is here for longer than the rule says, with what holds it back. */
export async function* beyondTheirDays(
  counter: OpenCounter,
  today: PlainDate,
): AsyncGenerator<{ personId: PersonId; grounds: ErasureGround[] }> {
  const { registrationDays, recognitionDays } = retentionOf(counter.packs.current());
  const { ledger, journal } = counter;
  for (const { id: personId, registeredOn, redacted, newestSeq } of ledger.everybody()) {
    const applied = ledger.recognitionsOf(personId).length > 0 || ledger.cardsOf(personId).length > 0;
    const days = applied ? recognitionDays : registrationDays;
    // First what memory knows: most people are here for less, and nothing has to be read for them.
    if (redacted || registeredOn === '' || addDays(registeredOn, days) >= today) continue;
    const newest = await journal.readEntry(newestSeq);
    if (!newest || addDays(chinaDateAt(Date.parse(newest.at.wall)), days) >= today) continue;
    yield { personId, grounds: await groundsAgainst(counter, { personId, because: 'retention', today }) };
  }
}
