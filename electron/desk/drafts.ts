import { z } from 'zod';
import { draftId, type StaffId, staffId } from '../../shared/domain/ids.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskFiles, DeskRoom } from './open-counter.ts';

const keptDraft = z.object({
  id: draftId,
  savedAt: z.string(),
  title: z.string(),
  fields: z.record(z.string(), z.string()),
  /** Who worked on it, whoever began it first; absent in drafts from before it was kept. */
  clerks: z.array(staffId).default([]),
});
type KeptDraft = z.infer<typeof keptDraft>;

/** The sealed file a draft lies in. */
export const draftFile = (id: string) => `draft/${id}`;

const listedAtMost = 200;

/** Unfinished registrations: they outlast a kill, and are gone when the person is registered or a clerk discards them. */
export function draftCalls(room: DeskRoom) {
  const calls = deskCalls.drafts;
  return {
    save: calls.save.handler(async ({ input }) => {
      const savedAt = new Date(room.clock.nowMs()).toISOString();
      const { files } = room.counter();
      const clerks = await draftClerks(files, input.id);
      const draft: KeptDraft = { ...input, savedAt, clerks: withLast(clerks, room.staff().id) };
      await files.write(draftFile(input.id), new TextEncoder().encode(JSON.stringify(draft)));
      room.noteSaved(savedAt);
      room.changes.tell(['draft']);
      return { savedAt };
    }),

    list: calls.list.handler(async () => {
      const { files, ledger } = room.counter();
      const names = await files.list('draft/');
      const drafts = (await Promise.all(names.map((name) => readDraft(files, name)))).filter((draft) => draft !== undefined);
      const nameOf = (id: StaffId | undefined) => (id && ledger.staff(id)?.name) || '';
      return drafts
        .sort((a, b) => b.savedAt.localeCompare(a.savedAt))
        .slice(0, listedAtMost)
        .map(({ clerks, ...draft }) => ({ ...draft, startedBy: nameOf(clerks[0]), updatedBy: nameOf(clerks.at(-1)) }));
    }),

    discard: calls.discard.handler(async ({ input }) => {
      await room.counter().files.remove(draftFile(input.draftId));
      return {};
    }),
  };
}

/** Who worked on a draft: whoever began it first, whoever saved it last at the end. */
export async function draftClerks(files: DeskFiles, id: string): Promise<StaffId[]> {
  return (await readDraft(files, draftFile(id)))?.clerks ?? [];
}

/** The first stays the first; whoever saves is the last. */
function withLast(clerks: readonly StaffId[], id: StaffId): StaffId[] {
  const [first] = clerks;
  const others = clerks.slice(1).filter((one) => one !== id);
  return first === undefined || (first === id && others.length === 0) ? [id] : [first, ...others, id];
}

/** A draft that can't be read any more is named at the start; it must keep no other from being opened. */
async function readDraft(files: DeskFiles, name: string): Promise<KeptDraft | undefined> {
  try {
    const bytes = await files.read(name);
    return bytes && keptDraft.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}
