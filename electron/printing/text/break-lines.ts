import { splitClusters } from '../fonts/clusters.ts';

/** No line begins with these (GB/T 15834-2011, 5.1; W3C clreq, 3.1.6), nor with the name separator `·`. */
const neverFirst = new Set('、，。．；：！？,.;:!?·•‧・)）]］}｝〕】〉》」』〗〞’”…—～~%％‰℃');
/** No line ends with these. */
const neverLast = new Set('(（[［{｛〔【〈《「『〖〝‘“');
/** What holds together as a word: letters, figures, and the signs inside names, numbers and dates. */
const wordSign = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}'’.,:/@_+&#*%-]/u;

/**
 * Cuts a text into lines of at most `width`, by the rules of Chinese setting: after any ideograph, never before closing or after
 * opening punctuation, words and numbers whole. `measure` gives a piece's width, in the same unit. A piece that is too long for any
 * line stands alone on one, too long: it is the caller's to see that it doesn't fit.
 */
export function breakLines(text: string, width: number, measure: (piece: string) => number): string[] {
  const lines: string[] = [];
  let line: string[] = [];
  const widthOf = (pieces: readonly string[]) => pieces.reduce((sum, piece) => sum + measure(piece), 0);
  for (const piece of splitPieces(text)) {
    if (line.length > 0 && widthOf(line) + measure(piece.trimEnd()) > width) {
      const kept = afterName(line, (pieces) => widthOf(pieces) * 2 >= width);
      lines.push(line.slice(0, kept).join('').trimEnd());
      line = line.slice(kept);
    }
    line.push(piece);
  }
  if (line.length > 0) lines.push(line.join('').trimEnd());
  return lines;
}

/** A name of several parts is better broken after a `·` than inside a part, where that leaves no short line. */
function afterName(line: readonly string[], longEnough: (pieces: readonly string[]) => boolean): number {
  const at = line.findLastIndex((piece) => piece.endsWith('·')) + 1;
  return at > 0 && longEnough(line.slice(0, at)) ? at : line.length;
}

/** The parts that a line break may come between; spaces stay at the end of theirs. */
function splitPieces(text: string): string[] {
  const pieces: string[] = [];
  let before = '';
  for (const { text: cluster } of splitClusters(text)) {
    if (before !== '' && !mayBreakBetween(before, cluster)) pieces[pieces.length - 1] += cluster;
    else pieces.push(cluster);
    before = cluster;
  }
  return pieces;
}

function mayBreakBetween(before: string, after: string): boolean {
  if (isSpace(after)) return false;
  if (isSpace(before)) return true;
  if (neverFirst.has(after) || neverLast.has(before)) return false;
  return !(wordSign.test(before) && wordSign.test(after));
}

const isSpace = (cluster: string) => /^[ \u3000]/.test(cluster);
