import type { SameShape } from '../same-shape.ts';
import type { status as chinese } from '../zh/status.ts';

export const status: SameShape<typeof chinese> = {
  label: 'Counter status',
  online: 'Online',
  offline: 'Offline',
  alone: 'Trial, stand-alone',
  noCentral: 'Stand-alone',
  offlineHours: 'Offline {{hours}} h {{minutes}} min',
  offlineMinutes: 'Offline {{minutes}} min',
  unsent: '{{count}} not uploaded',
  oldest: ' (oldest {{time}})',
  numbersLeft: 'Left: {{card}} card, {{certificate}} certificate, {{matter}} matter numbers',
  printer: 'Printer: {{state}}',
  printerState: { ready: 'ready', working: 'printing', stopped: 'stopped' },
  printerWaiting: ' ({{count}} waiting)',
  policyRefused: 'New policy pack refused',
  noticed: 'Data mended at start',
  unknown: 'The counter’s state can’t be told now',
  savedAt: 'Saved {{time}}',
  nothingSaved: 'Nothing saved yet',
  title: {
    connection: 'Connection and upload',
    numbers: 'Numbers left',
    policy: 'Policy pack',
    date: 'Date in question',
    disk: 'Disk space',
    notices: 'Start check',
    saved: 'Saved',
  },
  connection: 'Connection',
  since: 'Offline since',
  unsentLabel: 'Not uploaded',
  oldestLabel: 'Oldest',
  host: 'Runs on',
  aloneWords: 'The trial has no network. Records are kept on this computer, encrypted, and are not uploaded.',
  offlineWords:
    'Without a network, registering, recognising, issuing and printing go on as usual; records are kept here and uploaded later.',
  series: { card: 'Card numbers', certificate: 'Certificate numbers', matter: 'Matter numbers' },
  and: ', ',
  fewNumbers: '{{series}} will soon be used up; ask an administrator for a new block.',
  nextYearMissing: 'next year’s numbers missing',
  nextYearMissingWords:
    'No numbers of the next year yet: {{series}}. An administrator adds them under Settings before the year ends, or nothing can be received or issued on its first day.',
  numbersWords: 'Numbers come from blocks leased to this counter; they work offline and never meet another counter’s.',
  packInForce: 'In force',
  policyWords:
    'The new policy pack {{file}} has these faults and is not used; the one before stays in force and work goes on. An administrator mends it, puts it back and starts the program again.',
  faultLine: 'Line {{line}}',
  notice: {
    'vault-mended': 'The file that holds the keys was damaged and was mended from its copy.',
    'marks-lost': 'The file of marks that the journal is compared with was lost and was made anew.',
    'queue-lost':
      'The print queue’s file was lost and was made anew. Please check that the latest papers came out, and reprint those that did not.',
    'queue-changed':
      'The print queue’s file is not the one that was saved last (damaged, or an older one lies over it). What was not done is on hold: check whether each paper came out, then print it again or cancel it.',
    'draft-changed':
      'A draft or half-filled form is gone, damaged, or an older one lies over it. Confirmed records are all here; open the drafts, check them, and type again what is missing.',
    'files-changed':
      'A small file (lists’ settings and the like) is gone, damaged, or an older one lies over it. Work goes on with what is there.',
    'records-mended': 'Some rows of the working database were damaged and were mended from the journal. No record was lost.',
    'snapshot-lost': 'The snapshot for quick starts was damaged and was made anew from the journal.',
    'print-differs':
      'A paper was made again after an interruption and differs from its record. It was not printed. Please check the person’s page or the print queue, and reprint it if needed.',
    'torn-tail':
      'The journal ended in an unfinished entry that nobody had been told of; it was set aside. Finished work is untouched.',
    'records-rebuilt': 'The working database did not agree with the journal and was rebuilt from it. No record was lost.',
  },
  disk: {
    low: 'Disk nearly full, {{free}} MB left',
    full: 'Disk almost full, work is stopped',
    free: 'Space left',
    mebibytes: '{{free}} MB',
    lowWords:
      'The disk that holds the data is nearly full; work goes on as usual. Ask an administrator to make room soon: below 256 MB nothing is registered, recognised or issued any more.',
    fullWords:
      'The disk that holds the data is almost full. New registrations, recognitions, cards, drafts and scans are not saved. Everything confirmed is here; looking, printing what exists and signing out go on. Work goes on by itself once there is room.',
  },
  date: {
    item: 'Date in question',
    what: 'The computer’s date is {{today}}, before the latest record’s {{lastEntry}}.',
    meaning:
      'Until the date is confirmed nothing is taken in, decided or issued, and no new paper is printed. What was done is here.',
    ask: 'Look at a calendar first. If the computer is wrong, set it right. If it is right, and was fast before, a supervisor confirms it here.',
    confirm: 'Confirm that today is {{today}}',
  },
  noticeWords: 'All confirmed records are here. If this comes again, the disk may be failing: ask an administrator to look.',
  savedLabel: 'Saved last',
  savedWords: 'Each confirmed step is on the disk. After a power cut or a closed program, work goes on from here.',
};
