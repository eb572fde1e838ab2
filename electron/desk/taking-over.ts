import { type LedgerPlan, takenAtOnce } from '../../shared/contract/taking-over-calls.ts';
import type { Sha256Hex, StaffId } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { deskCalls } from './desk-door.ts';
import { type JudgedLedger, judgeLedger } from './judged-ledger.ts';
import { ledgerPreview } from './ledger-preview.ts';
import type { DeskRoom, OpenCounter } from './open-counter.ts';
import { getLedgerFile, openLedgerFile, rememberColumns } from './opened-ledger.ts';
import { takeRow } from './take-row.ts';
import { trustedToday } from './trusted-today.ts';

/** 接收旧卡: an older ledger's file is read, each row answered, and those that can be are taken over, each as one entry. */
export function takingOverCalls(room: DeskRoom, sha256: (bytes: Uint8Array) => Sha256Hex) {
  const calls = deskCalls.takingOver;
  const shown = new WeakMap<OpenCounter, JudgedLedger>();
  const signedOff = new WeakMap<OpenCounter, { meaning: string; staffId: StaffId }>();
  return {
    open: calls.open.handler(async ({ input: { name, file } }) => {
      const bytes = new Uint8Array(await file.arrayBuffer());
      return openLedgerFile(room.counter(), { name, bytes, sha256 });
    }),

    preview: calls.preview.handler(({ input: { show, ...plan } }) => {
      const counter = room.counter();
      const ledger = judgeLedger(room, plan);
      shown.set(counter, ledger);
      return ledgerPreview(counter, { ...ledger, show });
    }),

    signOff: calls.signOff.handler(({ input: { ticket, ...plan } }) => {
      const counter = room.counter();
      getLedgerFile(counter, plan.fileId);
      const staffId = counter.tickets.spend(ticket, 'recognition.grant', plan.fileId) ?? refuse('sign-off-needed', {});
      signedOff.set(counter, { meaning: meaningOf(plan), staffId });
      return {};
    }),

    take: calls.take.handler(async ({ input: { from, ...plan } }) => {
      const counter = room.counter();
      trustedToday(room);
      const sign = signedOff.get(counter);
      if (sign?.meaning !== meaningOf(plan)) return refuse('sign-off-needed', {});
      const before = shown.get(counter);
      const ledger = before && isSamePlan(before.plan, plan) ? before : judgeLedger(room, plan);
      shown.set(counter, ledger);
      if (from === 0) await rememberColumns(counter, { header: ledger.sheet.header, ...plan, sha256 });
      const batch = ledger.rows.slice(from, from + takenAtOnce);
      const taken = await Promise.all(batch.map((judged) => takeRow(room, { ...ledger, judged, signedOffBy: sign.staffId })));
      const next = from + takenAtOnce;
      return { taken: taken.filter(Boolean).length, ...(next < ledger.rows.length && { next }) };
    }),
  };
}

/** What the second person signs: the file, and what its columns and words say. Who is who is decided row by row, by the clerk. */
function meaningOf({ decisions: _, ...meaning }: LedgerPlan): string {
  return JSON.stringify(meaning);
}

function isSamePlan(one: LedgerPlan, other: LedgerPlan): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
