import type { SameShape } from '../same-shape.ts';
import type * as chinese from '../zh/refusals.ts';

export const refusals: SameShape<typeof chinese.refusals> = {
  'signed-out': {
    happened: 'You are signed out.',
    safe: 'Drafts and saved records are kept.',
    next: 'Sign in with your staff number and PIN to go on.',
  },
  'session-locked': {
    happened: 'The counter is locked.',
    safe: 'Drafts and saved records are kept.',
    next: 'Type your PIN to unlock.',
  },
  'not-allowed': {
    happened: 'Your post does not allow this step.',
    safe: 'No record was changed.',
    next: 'Ask a colleague who may do it.',
  },
  'wrong-credentials': { happened: 'Staff number or PIN is wrong.', safe: '', next: 'Check them and type them again.' },
  'too-many-attempts': {
    happened: 'Too many wrong tries; sign-in is paused.',
    safe: 'All records are kept.',
    next: 'Wait {{waitSeconds}} seconds, then try again.',
  },
  'already-enrolled': {
    happened: 'This computer is a counter already.',
    safe: 'Its records were not changed.',
    next: 'Sign in.',
  },
  'not-enrolled': {
    happened: 'This computer is not a counter yet.',
    safe: '',
    next: 'Choose “Try it” or “Go live”.',
  },
  'counter-folder-taken': {
    happened: 'Files of another counter lie where the live one would be made; nothing was made.',
    safe: 'Those files are as they were.',
    next: 'Find out where the folder “counter” in the data folder comes from, move it away, and try again.',
  },
  'passphrase-needed': {
    happened: 'The first sign-in after a start needs the office’s passphrase.',
    safe: 'All records are there.',
    next: 'Type the passphrase, then sign in.',
  },
  'passphrase-wrong': {
    happened: 'This is not the office’s passphrase.',
    safe: 'All records are there.',
    next: 'Compare word by word with what was written down, and type it again.',
  },
  'keyring-unavailable': {
    happened: 'The keyring of this computer can’t be opened.',
    safe: 'All records are there.',
    next: 'Sign out of the computer and in again; if that doesn’t help, ask an administrator.',
  },
  'own-access': {
    happened: 'Nobody ends their own access, so that there is always an administrator.',
    safe: 'Nothing was changed.',
    next: 'Ask another administrator.',
  },
  'sample-member': {
    happened: 'The trial’s sample staff and their PINs are for everybody and stay as they are.',
    safe: 'Nothing was changed.',
    next: 'Let an administrator add somebody under Settings, and try it with them.',
  },
  'sign-off-needed': {
    happened: 'This step needs a second person.',
    safe: 'No record was changed.',
    next: 'Let a supervisor type staff number and PIN.',
  },
  'second-person-needed': {
    happened: 'The second person must be someone else, with the right to sign off.',
    safe: 'No record was changed.',
    next: 'Ask another supervisor to sign off.',
  },
  'not-found': { happened: 'This record was not found.', safe: 'No record was changed.', next: 'Go back and look it up again.' },
  'bad-input': {
    happened: 'Something is not filled in right; nothing was submitted.',
    safe: 'What you typed is kept.',
    next: 'Mend the fields that are marked.',
  },
  'already-registered': {
    happened: 'This ID number is registered already.',
    safe: 'Nobody was registered twice; what you typed is kept.',
    next: 'Open the person who has it.',
  },
  'alike-undecided': {
    happened: 'There are people like this one, and nobody has said yet whether they are the same; nobody was registered.',
    safe: 'What you typed is kept.',
    next: 'Compare them one by one on the right: open the person if it is the same, otherwise mark “somebody else”.',
  },
  'batch-open': {
    happened: 'A batch of this employer and agent is open already.',
    safe: 'No record was changed.',
    next: 'Go on with that one, or end it first.',
  },
  'field-refused': {
    happened: 'Some fields did not pass their check; nothing was submitted.',
    safe: 'What you typed is kept.',
    next: 'Mend the fields that are marked.',
  },
  'tier-not-in-pack': {
    happened: 'The policy pack in force has no such tier.',
    safe: 'No record was changed.',
    next: 'Choose team and tier again.',
  },
  'tier-not-direct': {
    happened: 'This tier can’t be decided at the counter.',
    safe: 'No record was changed.',
    next: 'Enter the approving body’s approval.',
  },
  'not-in-this-state': {
    happened: 'The state is “{{status}}” now; this step is not possible.',
    safe: 'No record was changed.',
    next: 'Look at it again for its next step.',
  },
  'recognition-open': {
    happened: 'This person has a recognition under way.',
    safe: 'Nothing was received twice.',
    next: 'Open the one under way.',
  },
  'recognition-in-force': {
    happened: 'This person has a recognition in force.',
    safe: 'Nothing was received twice.',
    next: 'Open the one in force.',
  },
  'live-card-exists': {
    happened: 'This person has a live card: {{cardNumber}}.',
    safe: 'No new number was used.',
    next: 'Use that card, or replace it first.',
  },
  'not-recognised': {
    happened: 'This person has no recognition in force.',
    safe: 'No card number was used.',
    next: 'Recognise the person first.',
  },
  'number-block-exhausted': {
    happened: 'The {{series}} are used up.',
    safe: 'No number was used twice; saved records are kept.',
    next: 'Ask an administrator for a new block.',
  },
  'character-not-drawable': {
    happened: 'Some characters can’t be printed: {{characters}}.',
    safe: 'Nothing was printed, nothing with a wrong character.',
    next: 'Compare them with the document, or ask an administrator for fonts.',
  },
  'text-does-not-fit': {
    happened: '“{{text}}” is too long for its place.',
    safe: 'Nothing was printed or cut off.',
    next: 'Check that field.',
  },
  'qr-too-long': {
    happened: 'This does not fit into the card’s QR code.',
    safe: 'Nothing was printed.',
    next: 'Tell an administrator.',
  },
  'photo-damaged': {
    happened: 'The photo can’t be read or is damaged.',
    safe: 'Nothing was printed, and no paper without its photo.',
    next: 'Please take or import the photo again, then print.',
  },
  'paper-not-available': {
    happened: 'This paper can’t be made now: {{kind}}.',
    safe: 'Nothing was printed.',
    next: 'Finish the steps before it.',
  },
  'printer-unavailable': {
    happened: 'Printer “{{printer}}” can’t be used: {{reason}}.',
    safe: 'The record is saved and the job stays in the queue.',
    next: 'Check the printer, then retry from the queue.',
  },
  'file-not-accepted': {
    happened: 'This file can’t be taken: {{reason}}.',
    safe: 'It was not stored.',
    next: 'Use a PDF, JPEG or PNG scan.',
  },
  'date-questionable': {
    happened: 'The computer’s date is {{today}}, before the latest record’s {{lastEntry}}.',
    safe: 'Nothing was printed and no wrong date written.',
    next: 'Set the computer’s date right; if it is right, a supervisor confirms it in the status bar below.',
  },
  'approval-waiting': {
    happened: 'This was left for review already, and nobody has decided it yet.',
    safe: 'It was not left twice, and no record was changed.',
    next: 'Wait for the supervisor; to change it, whoever left it withdraws it first.',
  },
  'approval-over': {
    happened: 'This request {{state}}; nothing more is done on it.',
    safe: 'No record was changed.',
    next: 'Go back to the list for how it stands now.',
  },
  'belongs-to-another': {
    happened: 'Somebody else left this, or handles it.',
    safe: 'No record was changed.',
    next: 'Ask them; while they are absent, a supervisor can hand it on.',
  },
  'attachment-damaged': {
    happened: 'The file of this scan or photo is damaged or gone.',
    safe: 'The record itself is here, and so is every other file.',
    next: 'Scan the original once more, or ask an administrator to restore it from a backup.',
  },
  'file-not-saved': {
    happened: 'The file was not saved: the papers folder can’t be written to.',
    safe: 'Nothing of the counter was changed.',
    next: 'See that the folder is still there and its stick plugged in, then try again.',
  },
  'disk-full': {
    happened: 'The disk is almost full; nothing was written.',
    safe: 'Everything acknowledged is kept.',
    next: 'Make room (at least 1 GB), then try again.',
  },
  'records-unavailable': {
    happened: 'The records are being restored.',
    safe: 'Everything acknowledged is kept.',
    next: 'Wait a few seconds, then try again.',
  },
};

export const troubles: SameShape<typeof chinese.troubles> = {
  lost: {
    happened: 'The connection to the program was lost.',
    safe: 'Everything acknowledged is kept; drafts go on being saved.',
    next: 'It reconnects by itself; please wait.',
  },
  bug: {
    happened: 'The program failed; this step was not done.',
    safe: 'Everything acknowledged is kept.',
    next: 'Try again; if it fails again, give the incident number to an administrator.',
  },
  incident: 'Incident {{incident}}',
  attemptsLeft: ' {{attemptsLeft}} more tries.',
  wait: 'Wait {{waitSeconds}} seconds, then try again.',
  series: { card: 'card numbers', certificate: 'certificate numbers', matter: 'matter numbers' },
  fileReason: {
    empty: 'it is empty',
    'too-big': 'it is too big',
    'not-pdf-jpeg-png': 'it is no PDF, JPEG or PNG',
    damaged: 'it is damaged',
    scripted: 'it holds a script',
    'not-a-spreadsheet': 'it is no xlsx or CSV table',
    'old-xls': 'it is an old xls; save it as xlsx in the spreadsheet program',
    'too-many-rows': 'it has too many rows (50,000 at most); delete empty formatted rows or split it',
    'too-many-columns': 'it has too many columns (256 at most); delete those that are no part of the ledger',
  },
  approvalState: { waiting: 'still waits', approved: 'was approved', declined: 'was declined', withdrawn: 'was withdrawn' },
  status: {
    received: 'received',
    supplementing: 'to be supplemented',
    withdrawn: 'withdrawn',
    granted: 'granted',
    'to-make': 'card to be made',
    made: 'card made',
    awaiting: 'card awaiting collection',
    collected: 'card collected',
    lost: 'card reported lost',
    suspended: 'card suspended',
    replaced: 'card replaced',
    cancelled: 'card cancelled',
    revoked: 'card revoked',
    lapsed: 'card lapsed',
    returned: 'card taken back',
    destroyed: 'card destroyed',
  },
  paper: {
    'recognition-certificate': 'recognition certificate',
    'receipt-received': 'receipt',
    'notice-supplement': 'notice of supplements',
    'card-front': 'card, front',
    'card-back': 'card, back',
    'delivery-receipt': 'delivery receipt',
    'loss-statement': 'statement of loss',
    'advice-sheet': 'Consultation notice',
    'benefits-sheet': 'Benefits sheet',
    'privacy-notice': 'Privacy notice',
  },
};
