import type { DeskClient } from './contract-clerk.ts';
import type { DemoPerson } from './demo-people.ts';
import type { DemoSummary } from './demo-summary.ts';

/** What the day must have come to; each thing that it did not is a line. */
export function countProblems(summary: DemoSummary, wanted: number): string[] {
  const ofKind = (kind: string) => summary.papers.filter((paper) => paper.kind === kind).length;
  const counts: Record<string, number> = {
    talents: summary.talents,
    recognitions: summary.recognitions,
    cards: summary.cards,
    certificates: summary.certificates,
    receipts: summary.receipts,
  };
  const problems = Object.entries(counts)
    .filter(([, count]) => count !== wanted)
    .map(([what, count]) => `${what}: ${count} instead of ${wanted}`);
  // Spoilt and replaced ones were printed more than once, both of their sides each time.
  const [fronts, backs] = [ofKind('card-front'), ofKind('card-back')];
  if (fronts < wanted || fronts !== backs) problems.push(`card-front: ${fronts}, card-back: ${backs}, for ${wanted} people`);
  if (!summary.journal.verified) problems.push('the journal could not be verified');
  return problems;
}

/** The text of a card's or certificate's QR, and what it must say. */
export interface IssuedToken {
  readonly paper: 'card' | 'certificate';
  readonly number: string;
  readonly name: string;
  readonly token: string;
  /** Another card took its place. */
  withdrawn?: boolean;
}

/** Every card and certificate is valid when it is verified, a replaced card is refused, and none is valid once a sign was changed. */
export async function checkTokens(desk: DeskClient, tokens: readonly IssuedToken[]): Promise<string[]> {
  const problems: string[] = [];
  for (const { paper, number, name, token, withdrawn = false } of tokens) {
    const found = await desk.cards.verify({ text: token });
    const wanted = withdrawn ? 'withdrawn' : 'valid';
    const holds = found.result === wanted && found.paper === paper && found.number === number && found.name === name;
    if (!holds) problems.push(`${paper} ${number} is ${found.result}`);
    const tampered = await desk.cards.verify({ text: tamper(token) });
    if (tampered.result === 'valid') problems.push(`${paper} ${number} is valid with a changed sign`);
  }
  return problems;
}

/** Everybody is found by name. */
export async function checkSearch(desk: DeskClient, people: readonly DemoPerson[]): Promise<string[]> {
  const problems: string[] = [];
  for (const [at, { facts }] of people.entries()) {
    const { name } = facts.identity;
    const hits = await desk.talents.search({ text: name, limit: 50 });
    if (!hits.some((hit) => hit.name === name)) problems.push(`person ${at + 1} is not found by name`);
  }
  return problems;
}

/** Another sign of base45's alphabet in the middle of the text. */
function tamper(token: string): string {
  const at = Math.floor(token.length / 2);
  return token.slice(0, at) + (token[at] === 'A' ? 'B' : 'A') + token.slice(at + 1);
}
