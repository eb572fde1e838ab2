/**
 * A file's text: UTF-8 with or without a byte order mark, else GB 18030 as Excel on a Chinese Windows saves it; undefined where it is
 * neither. No Chinese text in GB 18030 is valid UTF-8 by chance for as long as a header is, so the stricter one is tried first.
 */
export function decodeText(bytes: Uint8Array): string | undefined {
  return decode(bytes, 'utf-8') ?? decode(bytes, 'gb18030');
}

function decode(bytes: Uint8Array, encoding: 'utf-8' | 'gb18030'): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
