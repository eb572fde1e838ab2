import { join } from 'node:path';
import { redactFrame } from './frame.ts';
import { JournalKeyMissingError } from './journal-error.ts';
import { type JournalFiles, readRange } from './journal-files.ts';
import { openEntry } from './log-reader.ts';
import { type LiveSegment, placeAt } from './segment-index.ts';

/**
 * Writes a segment anew without payload and salt of these entries. Every other byte that holds stays as it is, so nothing is sealed a
 * second time under the segment's key. What lay void behind its end goes too: a refused attempt at one of the entries may be in there.
 * Entries that are redacted already are left alone.
 */
export async function redactSegment(
  { files, folder }: { readonly files: JournalFiles; readonly folder: string },
  segment: LiveSegment,
  sequences: readonly number[],
): Promise<void> {
  const { keys, header } = segment;
  if (!keys) throw new JournalKeyMissingError(header.epoch);
  const path = join(folder, segment.file);
  const file = await files.open(path, 'read');
  const bytes = await readRange(file, 0, segment.endBytes).finally(() => file.close());
  let changed = false;
  for (const seq of sequences) {
    const place = placeAt(segment, seq - header.firstSeq);
    if (!place) throw new RangeError(`Segment ${segment.file} has no entry ${seq}`);
    const frame = bytes.subarray(place.fromBytes, place.toBytes);
    // A damaged frame is told of, never made to look like a redaction.
    if (openEntry(place, frame).redacted) continue;
    redactFrame(keys, frame).copy(bytes, place.fromBytes);
    changed = true;
  }
  if (changed) await files.replace(path, bytes);
}
