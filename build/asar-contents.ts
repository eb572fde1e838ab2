interface AsarFolder {
  files: Record<string, AsarFolder | { size: number }>;
}

/** The files in an app.asar, by its header: two lengths of four bytes that frame a JSON text of which the fourth number is the length. */
export function listAsar(archive: Buffer): string[] {
  const header = JSON.parse(archive.toString('utf8', 16, 16 + archive.readUInt32LE(12))) as AsarFolder;
  const list = (folder: AsarFolder, path: string): string[] =>
    Object.entries(folder.files).flatMap(([name, entry]) =>
      'files' in entry ? list(entry, `${path}${name}/`) : [`${path}${name}`],
    );
  return list(header, '');
}

const ownPlaces = /^(package\.json$|out\/(main|preload|renderer)\/|resources\/(?!demo\/))(?!.*\.map$)/;

/**
 * What is wrong with a package's contents: files that are neither the program's own nor of a package that main needs, and packages that
 * are missing. By names, since electron-builder lays out node_modules anew.
 */
export function findWrongContents(files: readonly string[], needed: readonly string[]): string[] {
  const names = new Set(needed.map((path) => path.replace(/^.*node_modules\//, '')));
  const strangers = files.filter((file) => !ownPlaces.test(file) && !names.has(packageOf(file) ?? ''));
  const there = new Set(files.map(packageOf));
  const missing = [...names].filter((name) => !there.has(name));
  return [...strangers.map((file) => `${file} is not on the list`), ...missing.map((name) => `${name} is missing`)];
}

const packageOf = (file: string): string | undefined => /^.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1];
