import encodeQR from 'qr';
import { refuse } from '../../../shared/domain/refusal.ts';
import type { Dots } from '../pdf/page-canvas.ts';

/** Rows of modules, quiet zone included; true is dark. */
export type QrMatrix = readonly (readonly boolean[])[];

/** ISO/IEC 18004:2015, 6.3.8: light modules around a symbol. */
const quietModules = 4;
/** What a card has room for: version 15 holds 600 characters of the alphanumeric mode at level M (table 7). */
const largestVersion = 15;
const alphanumeric = /^[0-9A-Z $%*+\-./:]+$/;

/** The symbol of a text in the alphanumeric mode, level M, in the smallest version that it fits. Refuses `qr-too-long` beyond 15-M. */
export function makeQr(text: string): QrMatrix {
  if (!alphanumeric.test(text)) throw new Error('a QR text with a sign that the alphanumeric mode lacks');
  if (text.length > 600) refuse('qr-too-long', {});
  const matrix = encodeQR(text, 'raw', { ecc: 'medium', encoding: 'alphanumeric', border: quietModules });
  if (matrix.length > 17 + 4 * largestVersion + 2 * quietModules) refuse('qr-too-long', {});
  return matrix;
}

export interface QrSquare {
  /** Top left corner and side in printer dots, not whole ones; the quiet zone lies inside. */
  x: number;
  y: number;
  side: number;
  /** Dots to a module at most, so that a short text's symbol does not become a poster. */
  maxDots: number;
}

/**
 * A symbol as rectangles that begin and end on whole dots of the printer, centred in its square; the dark modules of a row that touch
 * are one rectangle. A printer that only knows black and white then makes every module the same size. Throws where three dots to a
 * module don't fit: such a symbol would not be read reliably.
 */
export function placeQr(matrix: QrMatrix, { x, y, side, maxDots }: QrSquare): Dots[] {
  const dots = Math.min(maxDots, Math.floor(side / matrix.length));
  if (dots < 3) throw new Error('a QR square that is too small for its symbol');
  const margin = (side - matrix.length * dots) / 2;
  const [left, top] = [Math.round(x + margin), Math.round(y + margin)];
  return matrix.flatMap((row, at) =>
    darkRuns(row).map(({ from, to }) => ({
      x: left + from * dots,
      y: top + at * dots,
      width: (to - from) * dots,
      height: dots,
    })),
  );
}

function darkRuns(row: readonly boolean[]): { from: number; to: number }[] {
  const runs: { from: number; to: number }[] = [];
  row.forEach((dark, at) => {
    if (!dark) return;
    const last = runs.at(-1);
    if (last?.to === at) last.to = at + 1;
    else runs.push({ from: at, to: at + 1 });
  });
  return runs;
}
