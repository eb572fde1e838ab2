import { type DeskSettings, deskSettings } from '../../shared/contract/desk-settings-calls.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskRoom } from './open-counter.ts';

const fileOf = (room: DeskRoom) => `desk-settings/${room.staff().id}`;

/** How each member of staff has arranged their desk. */
export function deskSettingsCalls(room: DeskRoom) {
  const calls = deskCalls.deskSettings;
  return {
    get: calls.get.handler(() => read(room)),
    showColumn: calls.showColumn.handler(async ({ input: { list, column, shown } }) => {
      const settings = await read(room);
      const others = (settings.hiddenColumns[list] ?? []).filter((one) => one !== column);
      const hidden = shown ? others : [...others, column].slice(-30);
      const next = { ...settings, hiddenColumns: { ...settings.hiddenColumns, [list]: hidden } };
      await room.counter().files.write(fileOf(room), new TextEncoder().encode(JSON.stringify(next)));
      return {};
    }),
  };
}

async function read(room: DeskRoom): Promise<DeskSettings> {
  const bytes = await room.counter().files.readIfWhole(fileOf(room));
  return (bytes && settingsIn(bytes)) ?? { hiddenColumns: {} };
}

/** How a desk is arranged is a convenience: what can't be read keeps nobody from work. */
function settingsIn(bytes: Uint8Array): DeskSettings | undefined {
  try {
    return deskSettings.parse(JSON.parse(new TextDecoder().decode(bytes)));
  } catch {
    return undefined;
  }
}
