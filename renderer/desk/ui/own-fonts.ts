/** The program's own fonts as the page is served them (resources/fonts.json); each is fetched only when a sign on screen needs it. */
const faces: readonly { family: string; file: string; weight?: string; unicodeRange?: string }[] = [
  { family: 'Talent Sans', file: 'NotoSansSC-400.ttf', weight: '400' },
  { family: 'Talent Sans', file: 'NotoSansSC-700.ttf', weight: '700' },
  // Extensions B to F only: what this font has below them is not made to stand beside a sans serif.
  { family: 'Talent Rare', file: 'HanaMinB.ttf', unicodeRange: 'U+20000-2EBEF' },
  { family: 'Talent Mongolian', file: 'NotoSansMongolian-400.ttf', unicodeRange: 'U+1800-18AF, U+11660-1167F' },
];

/** The families in the order in which they stand in for whatever the system's fonts lack. */
export const ownFamilies = [...new Set(faces.map(({ family }) => family))];

/** Makes them known to the page, so that a rare character in a name is never a box, whatever fonts the computer has. */
export function addOwnFonts(page: Document): void {
  for (const { family, file, ...descriptors } of faces) {
    page.fonts.add(new FontFace(family, `url(/fonts/${file})`, { ...descriptors, display: 'swap' }));
  }
}
