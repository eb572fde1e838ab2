import type { StaffId } from '../../shared/domain/ids.ts';
import type { DeskFiles } from '../desk/open-counter.ts';
import type { ProgramLog } from './program-log.ts';

const placeFile = (staffId: StaffId) => `place/${staffId}`;

/** Where somebody was. A place is a convenience: one that can't be read any more keeps nobody out. */
export async function readPlace(files: DeskFiles, staffId: StaffId, log: ProgramLog): Promise<string | undefined> {
  try {
    const place = await files.read(placeFile(staffId));
    return place && new TextDecoder().decode(place);
  } catch (error) {
    log.incident(error, 'the place where somebody was');
    return undefined;
  }
}

export function writePlace(files: DeskFiles, staffId: StaffId, address: string): Promise<void> {
  return files.write(placeFile(staffId), new TextEncoder().encode(address));
}

export function removePlace(files: DeskFiles, staffId: StaffId): Promise<void> {
  return files.remove(placeFile(staffId));
}
