import { type Cluster, splitClusters } from './clusters.ts';
import type { FontFace } from './font-face.ts';
import type { FontChain } from './font-store.ts';

/** A stretch of text that one font draws. */
export interface FontRun {
  face: FontFace;
  text: string;
}

/** Spaces and joiners that change how the letters beside them look. */
const leaning = new Set([' ', '\u00A0', '\u180E', '\u200C', '\u200D', '\u202F']);
const leansOnNeighbour = (cluster: string) => [...cluster].every((character) => leaning.has(character));
/** Meaning only what one font's maker says: an ID chip's stand-in for a character it lacks. Never drawn, whatever a font has there. */
const privateUse = /\p{Co}/u;

/** The characters, each with its marks, that no font of the chain can draw; each once. */
export function listUndrawable(chain: FontChain, text: string): string[] {
  const lost = splitClusters(text).filter((cluster) => findFace(chain, cluster) === undefined);
  return [...new Set(lost.map((cluster) => cluster.text))];
}

/** Cuts a text into the fewest stretches that one font each draws. Throws for a text that `listUndrawable` has objections to. */
export function splitFontRuns(chain: FontChain, text: string): FontRun[] {
  return splitRuns(inOneWeight(chain, text), text);
}

/**
 * The chain that draws the text in one weight. Bold text with a character that has no bold form is regular as a whole: a name in two
 * weights looks like a mistake, within a line and from line to line. Throws as `splitFontRuns` does.
 */
export function inOneWeight(chain: FontChain, text: string): FontChain {
  if (!chain.regular) return chain;
  return splitRuns(chain, text).some(({ face }) => face.weight !== chain.weight) ? chain.regular : chain;
}

function splitRuns(chain: FontChain, text: string): FontRun[] {
  const runs: FontRun[] = [];
  for (const cluster of splitClusters(text)) {
    const last = runs.at(-1);
    const stays = last?.face.family === 'mongolian' && leansOnNeighbour(cluster.text) && last.face.draws(cluster.text);
    const face = stays ? last.face : findFace(chain, cluster);
    if (!face) throw new Error('a character that no font draws got past the check');
    if (last && last.face === face) last.text += cluster.text;
    else runs.push({ face, text: cluster.text });
  }
  return runs;
}

function findFace(chain: FontChain, cluster: Cluster): FontFace | undefined {
  if (privateUse.test(cluster.text)) return undefined;
  for (const face of chain.faces) {
    if (face().draws(cluster.text)) return face();
  }
  return undefined;
}
