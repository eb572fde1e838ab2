const signs = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:';
const signValues = new Map([...signs].map((sign, value) => [sign, value]));

/** Bytes as QR-alphanumeric text: two bytes in three signs, a last one in two. Source: RFC 9285, section 3. */
export function encodeBase45(bytes: Uint8Array): string {
  let text = '';
  for (let i = 0; i < bytes.length; i += 2) {
    const pair = i + 1 < bytes.length;
    const value = pair ? (bytes[i] ?? 0) * 256 + (bytes[i + 1] ?? 0) : (bytes[i] ?? 0);
    text += signs.charAt(value % 45) + signs.charAt(Math.floor(value / 45) % 45);
    if (pair) text += signs.charAt(Math.floor(value / 2025));
  }
  return text;
}

/** The bytes of a base45 text, or undefined where it is none: another sign, a lone last sign, a group beyond its bytes. Source: RFC 9285, section 4. */
export function decodeBase45(text: string): Uint8Array | undefined {
  if (text.length % 3 === 1) return undefined;
  const bytes: number[] = [];
  for (let i = 0; i < text.length; i += 3) {
    const [low, middle, high] = [
      signValues.get(text.charAt(i)),
      signValues.get(text.charAt(i + 1)),
      signValues.get(text.charAt(i + 2)),
    ];
    const pair = i + 2 < text.length;
    if (low === undefined || middle === undefined || (pair && high === undefined)) return undefined;
    const value = low + middle * 45 + (high ?? 0) * 2025;
    if (value > (pair ? 65_535 : 255)) return undefined;
    if (pair) bytes.push(value >> 8);
    bytes.push(value & 255);
  }
  return Uint8Array.from(bytes);
}
