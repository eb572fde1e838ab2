import type { PersonId } from '../../../shared/domain/ids.ts';
import type { RedactionNote } from '../../desk/redact-person.ts';
import { redactionNote } from '../../desk/redact-person.ts';
import type { CounterRooms } from '../counter-rooms.ts';
import type { ProgramLog } from '../program-log.ts';
import { namedAttachments } from './named-attachments.ts';

export interface RedactionParts {
  readonly rooms: CounterRooms;
  readonly log: Pick<ProgramLog, 'line'>;
}

export interface ResumeParts extends RedactionParts {
  readonly log: Pick<ProgramLog, 'line' | 'incident'>;
}

/**
 * Takes off the disk what a redaction's entry spoke of: payloads, the scans that nothing else names, half-filled forms, and the names in
 * the ledger's snapshot. The note goes last, so that a kill in between only means doing it once more.
 */
export async function finishRedaction({ rooms, log }: RedactionParts, personId: PersonId): Promise<void> {
  const { files, journal, attachments, healed } = rooms;
  const name = redactionNote(personId);
  const bytes = await files.read(name);
  if (!bytes) return;
  const person = await healed.records.get('person', personId);
  // Killed before the entry was durable: nobody was told that the data goes.
  if (!person?.redacted) return files.remove(name);
  const { sequences, hashes } = JSON.parse(new TextDecoder().decode(bytes)) as RedactionNote;
  await journal.redact(sequences);
  // A finished job's PDF is the person's as much as its entry was.
  const except = (file: string) => file.startsWith('redaction/') || file === 'print-queue';
  const named = await namedAttachments({ journal, files }, { except });
  if (!named.certain) log.line('redaction: a small file is damaged, so that what it names is not known');
  for (const hash of hashes)
    if (!named.hashes.has(hash)) await attachments.remove(hash as Parameters<typeof attachments.remove>[0]);
  await healed.records.settled();
  await healed.saveSnapshot();
  await files.remove(name);
}

/** After a start: redactions that a kill cut short. One that a full or failing disk hinders keeps its note for the next start, and nobody from working. */
export async function resumeRedactions(parts: ResumeParts): Promise<void> {
  const { names } = await parts.rooms.files.list(redactionNote('' as PersonId));
  for (const name of names) {
    const personId = name.slice(redactionNote('' as PersonId).length) as PersonId;
    await finishRedaction(parts, personId).catch((error: unknown) => parts.log.incident(error, 'finishing a redaction'));
  }
}
