import type { ClerkHands } from './desk-hands.ts';

export interface LookAround {
  readonly hands: ClerkHands;
  /** A card's text, as a scanner types it. */
  readonly token: string;
  readonly name: string;
}

/** The end of the day: somebody is looked up, cards are verified, the lists are looked through, in both languages. */
export async function lookAround({ hands, token, name }: LookAround): Promise<void> {
  await hands.press('F2');
  await hands.type(name);
  await hands.see('.search-hit');
  await hands.picture('search');
  await hands.press('Escape');
  await hands.press('F8');
  await verify(hands, token);
  await hands.picture('verify-valid');
  const at = Math.floor(token.length / 2);
  await verify(hands, `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`);
  await hands.picture('verify-tampered');
  for (const [key, page] of pages) {
    await hands.press(key);
    await hands.see('.frame-work h1');
    await hands.picture(page);
  }
  await hands.click('.frame-nav a');
  await hands.picture('home-evening');
  await hands.click('[lang=en]');
  await hands.picture('home-english');
  await hands.press('F3');
  await hands.see('[data-path="document.number"] input');
  await hands.picture('register-english');
  await hands.click('[lang="zh-CN"]');
}

const pages = [
  ['F5', 'consult'],
  ['F4', 'matters'],
  ['F6', 'issue'],
  ['F7', 'review'],
] as const;

async function verify(hands: ClerkHands, text: string): Promise<void> {
  const before = Number(await hands.evaluate(checkCount));
  await hands.fill('.frame-work textarea', text);
  await hands.press('Enter');
  await hands.waitFor('an answer about the card', `(${checkCount}) > ${before}`);
}

const checkCount = `document.querySelectorAll('.recent li').length`;
