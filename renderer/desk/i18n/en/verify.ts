import type { SameShape } from '../same-shape.ts';
import type { verify as chinese } from '../zh/verify.ts';

export const verify: SameShape<typeof chinese> = {
  title: 'Verify',
  box: 'Scan or paste what the card’s QR code says',
  check: 'Verify',
  waiting: 'Scan a card. It is verified at once, and the next one can follow.',
  result: {
    valid: 'Valid',
    expired: 'Expired',
    'not-yet-valid': 'Not valid yet',
    'not-ours': 'Not one of our cards',
    tampered: 'Tampered with',
  },
  meaning: {
    valid: 'Its signature and dates hold.',
    expired: 'The card is genuine, but no longer valid.',
    'not-yet-valid': 'The card is genuine, but not valid yet.',
    'unknown-key': 'Its key is not among the trusted ones: the card is not ours.',
    'not-a-card': 'This is not a talent card’s code.',
    'unknown-algorithm': 'It is signed in a way we don’t know and can’t be accepted.',
    signature: 'The signature does not hold: its content was changed.',
    damaged: 'The content is incomplete. Scan again; if it stays so, it can’t be accepted.',
    'too-large': 'The content is unreasonably large and can’t be accepted.',
    'differs-from-record': 'It differs from our record: its content was changed.',
  },
  record: {
    here: 'This counter has the card’s record, and they agree.',
    elsewhere: 'This counter has no record of the card; only its signature was checked.',
  },
  next: {
    good: 'Compare the name with the holder and a photo document.',
    expired: 'The holder has the card renewed.',
    'not-yet-valid': 'The holder waits for its first day.',
    'not-ours': 'Don’t act on this card; the person’s record can be found by name.',
    tampered: 'Don’t act on this card; the person’s record can be found by name.',
  },
  name: 'Name',
  tier: 'Tier',
  cardNumber: 'Card number',
  validTo: 'Valid until',
  validFrom: 'Valid from',
  trial: 'Trial card, no official use',
  listsAsOf: 'Lists of lost cards as of {{at}}',
  noLists: 'This counter has no list of lost cards: the result knows nothing of losses.',
  openPerson: 'Open the person',
  recent: 'Verified before',
};
