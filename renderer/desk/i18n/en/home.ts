import type { SameShape } from '../same-shape.ts';
import type { home as chinese } from '../zh/home.ts';

export const home: SameShape<typeof chinese> = {
  title: 'Home',
  today: 'Today, {{date}}',
  figure: { registered: 'Registered', recognised: 'Recognised', cards: 'Cards', papers: 'Papers', advised: 'Consultations' },
  waiting: 'Waiting',
  nothingWaits: 'Nothing waits. F3 registers the next person, F2 finds one.',
  line: {
    approvals: 'Left for you to review',
    handedToMe: 'Handed to you, not taken on yet',
    notices: 'Found and mended at the start',
    printer: 'The printer has stopped',
    jobs: 'Print jobs that need a hand',
    recognitions: 'Recognitions to review',
    cards: 'Cards to make and issue',
    handOver: 'Cards to hand over',
    drafts: 'Registration drafts',
    numbers: 'Series with few numbers left',
  },
  next: {
    approvals: 'Review',
    handedToMe: 'Take on',
    notices: 'Read what it was',
    printer: 'Print queue',
    jobs: 'Print queue',
    recognitions: 'Review',
    cards: 'Issue',
    handOver: 'Issue',
    drafts: 'Go on registering',
    numbers: 'Ask an administrator for a new block',
  },
  declined: { what: 'Declined: {{act}}', why: '{{name}}: {{reason}}', seen: 'I have read it' },
  recent: 'Latest people',
  nobody: 'Nobody yet. Press F3 to register.',
  column: { name: 'Name', id: 'ID number', employer: 'Employer', tier: 'Tier', card: 'Card' },
};
