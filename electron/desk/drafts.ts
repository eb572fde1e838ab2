import { z } from 'zod';
import { draftId } from '../../shared/domain/ids.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskRoom } from './open-counter.ts';

const keptDraft = z.object({
  id: draftId,
  savedAt: z.string(),
  title: z.string(),
  fields: z.record(z.string(), z.string()),
});

/** The sealed file a draft lies in. */
export const draftFile = (id: string) => `draft/${id}`;

/** Unfinished registrations: they outlast a kill, and are gone when the person is registered or a clerk discards them. */
export function draftCalls(room: DeskRoom) {
  const calls = deskCalls.drafts;
  return {
    save: calls.save.handler(async ({ input }) => {
      const savedAt = new Date(room.clock.nowMs()).toISOString();
      await room.counter().files.write(draftFile(input.id), new TextEncoder().encode(JSON.stringify({ ...input, savedAt })));
      room.noteSaved(savedAt);
      room.changes.tell(['draft']);
      return { savedAt };
    }),

    list: calls.list.handler(async () => {
      const { files } = room.counter();
      const names = await files.list('draft/');
      const read = await Promise.all(names.map((name) => files.read(name)));
      const drafts = read.flatMap((bytes) => (bytes ? [keptDraft.parse(JSON.parse(new TextDecoder().decode(bytes)))] : []));
      return drafts.sort((a, b) => b.savedAt.localeCompare(a.savedAt));
    }),

    discard: calls.discard.handler(async ({ input }) => {
      await room.counter().files.remove(draftFile(input.draftId));
      return {};
    }),
  };
}
