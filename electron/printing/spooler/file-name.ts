const maxBytes = 120;
/** Windows' device names, with or without an ending (Microsoft, "Naming Files, Paths, and Namespaces"). */
const deviceName = /^(con|prn|aux|nul|com\d|lpt\d)(\..*)?$/i;

/**
 * A file name that every system takes: no separators, reserved signs, controls or direction marks; no leading dot, no dot or space at
 * its end, no device name; at most 120 bytes of UTF-8. An empty one becomes `paper`.
 */
export function safeFileName(name: string): string {
  const plain = name
    .normalize('NFC')
    .replace(/[\p{C}\p{Zl}\p{Zp}<>:"/\\|?*]/gu, '-')
    .replace(/^[.\s-]+|[.\s]+$/gu, '');
  let short = '';
  for (const character of plain) {
    if (Buffer.byteLength(short + character) > maxBytes) break;
    short += character;
  }
  const trimmed = short.replace(/[.\s]+$/u, '');
  if (trimmed === '') return 'paper';
  return deviceName.test(trimmed) ? `_${trimmed}` : trimmed;
}
