import type { CounterRooms } from './counter-rooms.ts';

export interface ResealAllOptions {
  readonly rooms: Pick<CounterRooms, 'files' | 'snapshots' | 'attachments' | 'journal'>;
  readonly signal: AbortSignal;
  onFile(done: number, total: number): void;
}

interface OlderFile {
  reseal(): Promise<unknown>;
}

/**
 * Seals anew whatever lies under an older key, file by file, until a look at the disk finds none: what was under way when the key changed
 * may still come down under the old one. How many there were; undefined where it was cut short. A file that doesn't open under the key it
 * names opens under none, and is left where it is, but a journal's: that throws, and the older keys stay.
 */
export async function resealAll({ rooms, signal, onFile }: ResealAllOptions): Promise<number | undefined> {
  const hopeless = new Set<string>();
  let done = 0;
  for (;;) {
    const older = await findOlder(rooms, hopeless);
    if (older.length === 0) return done;
    const total = done + older.length;
    for (const file of older) {
      onFile(done, total);
      if (signal.aborted) return undefined;
      await file.reseal();
      done += 1;
    }
    onFile(done, total);
  }
}

async function findOlder({ files, snapshots, attachments, journal }: ResealAllOptions['rooms'], hopeless: Set<string>) {
  const older: OlderFile[] = [];
  for (const [place, room] of Object.entries({ files, snapshots, attachments }))
    for (const name of await room.underOlderEpochs()) {
      const key = `${place}/${name}`;
      if (hopeless.has(key)) continue;
      const reseal = async () => (await room.reseal(name)) || hopeless.add(key);
      older.push({ reseal });
    }
  for (const file of journal.underOtherEpochs()) older.push({ reseal: () => journal.reseal(file) });
  return older;
}
