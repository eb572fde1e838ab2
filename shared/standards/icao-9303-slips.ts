import { mrzCheckDigit } from './mrz-check-digit.ts';

/** Passports have TD3, cards TD1. */
export type MrzFormat = 'TD1' | 'TD3';

/** A sign of a machine readable zone that was likely misread. */
export interface MrzSlip {
  /** From 1, as a person counts. */
  line: number;
  column: number;
  read: string;
  likely: string;
}

/** Letters and digits that OCR-B readers and people take for each other. */
const digitFor: Readonly<Record<string, string>> = { O: '0', Q: '0', D: '0', I: '1', L: '1', Z: '2', S: '5', G: '6', B: '8' };
const letterFor: Readonly<Record<string, string>> = { '0': 'O', '1': 'I', '2': 'Z', '5': 'S', '6': 'G', '8': 'B' };

interface Zones {
  width: number;
  digitsOnly: readonly (readonly [from: number, to: number])[];
  lettersOnly: readonly (readonly [from: number, to: number])[];
  number: readonly [from: number, check: number];
}

/** Doc 9303 part 3 (2021), clause 4: which characters a data element may hold; names, states and sex are letters, dates and checks digits. */
const zones: Readonly<Record<MrzFormat, Zones>> = {
  // biome-ignore format: spans side by side, as the layout in icao-9303.ts lists them
  TD3: { width: 44, digitsOnly: [[53, 54], [57, 64], [65, 72], [86, 88]], lettersOnly: [[0, 44], [54, 57], [64, 65]], number: [44, 53] },
  // biome-ignore format: spans side by side, as in the layout of a passport above
  TD1: { width: 30, digitsOnly: [[14, 15], [30, 37], [38, 45], [59, 60]], lettersOnly: [[0, 5], [37, 38], [45, 48], [60, 90]], number: [5, 14] },
};

/**
 * Signs that can't stand where they were read though a look-alike could (`O` in a date, `0` in a name), and the one sign of a document
 * number whose look-alike alone makes its check digit hold. Takes the lines put end to end; applies nothing.
 */
export function findMrzSlips(flat: string, format: MrzFormat): MrzSlip[] {
  const { digitsOnly, lettersOnly, width } = zones[format];
  const places = [
    ...digitsOnly.flatMap((span) => misfits(flat, span, digitFor)),
    ...lettersOnly.flatMap((span) => misfits(flat, span, letterFor)),
    ...misreadNumber(flat, zones[format].number),
  ];
  return places
    .sort((a, b) => a.place - b.place)
    .map(({ place, likely }) => ({
      line: Math.floor(place / width) + 1,
      column: (place % width) + 1,
      read: flat.charAt(place),
      likely,
    }));
}

/** The zone with the likely signs in place, line breaks kept, for when a person has compared them with the document. */
export function mendMrzSlips(text: string, slips: readonly MrzSlip[]): string {
  const flat = text.replace(/[\r\n]+/g, '');
  const width = flat.length === 90 ? zones.TD1.width : zones.TD3.width;
  const signs = [...flat];
  for (const { line, column, likely } of slips) signs[(line - 1) * width + column - 1] = likely;
  const lines = signs.join('').match(new RegExp(`.{${width}}`, 'g')) ?? [];
  return lines.join('\n');
}

interface Misfit {
  place: number;
  likely: string;
}

function misfits(flat: string, [from, to]: readonly [number, number], lookAlike: Readonly<Record<string, string>>): Misfit[] {
  const found: Misfit[] = [];
  for (let place = from; place < to; place += 1) {
    const likely = lookAlike[flat.charAt(place)];
    if (likely) found.push({ place, likely });
  }
  return found;
}

/** Nothing where the check digit holds, is no digit, or more than one change would make it hold. */
function misreadNumber(flat: string, [from, check]: readonly [number, number]): Misfit[] {
  const digit = flat.charAt(check);
  const number = flat.slice(from, check);
  if (!/\d/.test(digit) || mrzCheckDigit(number) === digit) return [];
  const mending = [...number].flatMap((sign, i) => {
    const likely = digitFor[sign] ?? letterFor[sign];
    if (!likely) return [];
    const mended = number.slice(0, i) + likely + number.slice(i + 1);
    return mrzCheckDigit(mended) === digit ? [{ place: from + i, likely }] : [];
  });
  return mending.length === 1 ? mending : [];
}
