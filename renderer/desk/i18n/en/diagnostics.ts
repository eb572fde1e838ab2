import type { SameShape } from '../same-shape.ts';
import type { diagnostics as zh } from '../zh/diagnostics.ts';

export const diagnostics: SameShape<typeof zh> = {
  open: 'Diagnostics',
  title: 'Diagnostics bundle',
  words:
    'Where something goes wrong, whoever helps you can be given this bundle. What is in it stands below; nobody’s name, ID number, phone or PIN is in it, and no key.',
  contents: 'What is in the bundle',
  file: 'File',
  what: 'What',
  size: 'Size',
  part: {
    'read-me': 'What each file is',
    program: 'Versions of program, host and system',
    files: 'How many files the data folder’s parts have, and their sizes; free disk space',
    journal: 'What checking the journal found (nothing is decrypted)',
    settings: 'Counter code, policy pack, numbers of staff and of numbers left',
    printing: 'State of the printer, and how many jobs',
    log: 'The program’s log: its own sentences, incident numbers and places',
  },
  folder: 'It will be saved in: {{folder}}',
  save: 'Save the bundle',
  saved: 'Saved: {{file}}',
  close: 'Close',
};
