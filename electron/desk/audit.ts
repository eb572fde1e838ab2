import type { AuditState } from '../../shared/contract/audit-calls.ts';
import { exportAudit } from './audit-export.ts';
import { auditItem } from './audit-item.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskRoom } from './open-counter.ts';

/** 审计: the journal's entries by what they are about, and whether the chain holds. */
export function auditCalls(room: DeskRoom) {
  const calls = deskCalls.audit;
  const state = (): AuditState => {
    const { audit, ledger } = room.counter();
    const { deviceId: id, code } = ledger.counter();
    return { device: { id, code }, ...audit.state() };
  };
  return {
    state: calls.state.handler(() => state()),
    check: calls.check.handler(() => {
      room.counter().audit.beginCheck();
      return state();
    }),
    list: calls.list.handler(async ({ input: { filter, before = Number.POSITIVE_INFINITY, limit } }) => {
      const counter = room.counter();
      const found = await counter.audit.find(filter);
      const below = found.filter((seq) => seq < before);
      const items = await Promise.all(below.slice(0, limit).map((seq) => auditItem(counter, seq)));
      return { items, total: found.length, older: below.length > limit };
    }),
    staff: calls.staff.handler(() =>
      room
        .counter()
        .ledger.staffList()
        .map(({ id, number, name }) => ({ id, number, name })),
    ),
    export: calls.export.handler(({ input }) => exportAudit(room, input)),
  };
}
