import type { SameShape } from '../same-shape.ts';
import type { verify as chinese } from '../zh/verify.ts';

export const verify: SameShape<typeof chinese> = {
  title: 'Verify',
  box: 'Scan or paste the QR code of a card or certificate',
  check: 'Verify',
  waiting: 'Scan a card or certificate. It is verified at once, and the next one can follow.',
  result: {
    valid: 'Valid',
    expired: 'Expired',
    'not-yet-valid': 'Not valid yet',
    'not-ours': 'Not issued by us',
    tampered: 'Tampered with',
    damaged: 'Damaged or tampered with',
  },
  withdrawn: {
    lost: {
      word: 'Reported lost',
      meaning: 'Genuine, but its holder has reported it lost.',
      next: 'Don’t act on it. Open the person and compare who stands here: the holder may have it lifted; from anybody else keep the card.',
    },
    suspended: {
      word: 'Suspended',
      meaning: 'Genuine, but suspended.',
      next: 'Don’t act on it. Open the person to see why.',
    },
    replaced: {
      word: 'Replaced',
      meaning: 'An old card; another one was issued in its place.',
      next: 'Don’t act on it. The holder uses the new card; take this one back.',
    },
    cancelled: {
      word: 'Cancelled',
      meaning: 'Genuine, but cancelled.',
      next: 'Don’t act on it. Take the card back, and record that on the person’s page.',
    },
    revoked: {
      word: 'Revoked',
      meaning: 'Genuine, but revoked.',
      next: 'Don’t act on it. Take the card back and tell a supervisor.',
    },
    returned: {
      word: 'Taken back',
      meaning: 'By our record this card was taken back and should not be about.',
      next: 'Don’t act on it. Keep the card and tell a supervisor.',
    },
    destroyed: {
      word: 'Destroyed',
      meaning: 'By our record this card was destroyed and should not exist.',
      next: 'Don’t act on it. Keep the card and tell a supervisor.',
    },
  },
  since: 'Since',
  meaning: {
    valid: 'Its signature and dates hold.',
    expired: 'Genuine, but no longer valid.',
    'not-yet-valid': 'Genuine, but not valid yet.',
    'unknown-key': 'Its key is not among the trusted ones: it is not ours.',
    'not-a-card': 'This is not the code of a talent card or certificate.',
    'unknown-algorithm': 'It is signed in a way we don’t know and can’t be accepted.',
    signature: 'The signature does not hold: its content was changed.',
    damaged: 'The content is incomplete. Scan again; if it stays so, it can’t be accepted.',
    'too-large': 'The content is unreasonably large and can’t be accepted.',
    'differs-from-record': 'It differs from our record: its content was changed.',
  },
  record: {
    here: 'This counter has its record, and they agree.',
    elsewhere: 'This counter has no record of it; only its signature was checked.',
  },
  next: {
    good: 'Compare the name with the holder and a photo document.',
    expired: 'The holder has the card renewed.',
    'not-yet-valid': 'The holder waits for its first day.',
    'not-ours': 'Don’t act on it; the person’s record can be found by name.',
    tampered: 'Don’t act on it; the person’s record can be found by name.',
  },
  name: 'Name',
  tier: 'Tier',
  number: { card: 'Card number', certificate: 'Certificate number' },
  validTo: 'Valid until',
  validFrom: 'Valid from',
  trial: 'Trial, no official use',
  listsAsOf: 'Lists of lost cards as of {{at}}',
  noLists: 'This counter has no list of losses from elsewhere: what was reported at other counters is unknown here.',
  openPerson: 'Open the person',
  recent: 'Last checks',
};
