const longestName = 120;

/** A file's name as it is kept: shortened in the middle of nothing, so that its ending stays. */
export function keptFileName(name: string): string {
  if (name.length <= longestName) return name;
  const ending = /\.[^.]{1,8}$/.exec(name)?.[0] ?? '';
  return `${name.slice(0, longestName - ending.length - 1)}…${ending}`;
}

/** `812 KB`, `3.4 MB`: a size to recognise a file by. */
export function sizeWords(bytes: number): string {
  const kilobytes = bytes / 1024;
  return kilobytes < 1000 ? `${Math.max(1, Math.round(kilobytes))} KB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
