export interface PaperSize {
  widthMm: number;
  heightMm: number;
}

/** CSS pixels per millimetre where a paper is shown at its own size (96 per inch). */
const pxPerMm = 96 / 25.4;
/** A card is small: it may be shown up to this many times its size, so that its small print can be read. */
const largest = 2;
/** No canvas side beyond this many device pixels: more than that costs memory and shows nothing more. */
const longestSidePx = 6_000;

/** CSS pixels per millimetre at which the whole paper fits into the room there is. */
export function fitScale(paper: PaperSize, room: { widthPx: number; heightPx: number }): number {
  return Math.max(0.5, Math.min(room.widthPx / paper.widthMm, room.heightPx / paper.heightMm, pxPerMm * largest));
}

/** CSS pixels per millimetre at which the paper fills the width; the reader scrolls. */
export function widthScale(paper: PaperSize, room: { widthPx: number }): number {
  return Math.max(0.5, Math.min(room.widthPx / paper.widthMm, pxPerMm * largest));
}

/** Device pixels per CSS pixel to draw with: the screen's own ratio, less only where the canvas would grow beyond reason. */
export function drawRatio(paper: PaperSize, cssPxPerMm: number, devicePixelRatio: number): number {
  const longest = Math.max(paper.widthMm, paper.heightMm) * cssPxPerMm;
  return Math.min(devicePixelRatio, longestSidePx / longest);
}
