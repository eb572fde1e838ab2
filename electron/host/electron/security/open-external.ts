import { shell } from 'electron';

/** Address → why it is needed. Whole addresses, so that no page can add a word of its own. None yet. */
const externalAddresses: ReadonlyMap<string, string> = new Map();

/** The only way to the person's own browser. True if the address was on the list and was handed over. */
export async function openExternal(address: string, allowed = externalAddresses): Promise<boolean> {
  if (!address.startsWith('https://') || !allowed.has(address)) return false;
  await shell.openExternal(address);
  return true;
}
