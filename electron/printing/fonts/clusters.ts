/** Marks, variation selectors (ideographic ones too), joiners and the Mongolian vowel separator stay with the character before them. */
const cluster = /[^\p{M}\u180E\u200C\u200D]?[\p{M}\u180E\u200C\u200D]+|[^\p{M}\u180E\u200C\u200D]/gu;

export interface Cluster {
  text: string;
  /** Index into the text's UTF-16 units. */
  from: number;
}

/** A text's characters, each with the marks that belong to it: what one font must draw whole, and what no line may cut. */
export function splitClusters(text: string): Cluster[] {
  return [...text.matchAll(cluster)].map((match) => ({ text: match[0], from: match.index }));
}
