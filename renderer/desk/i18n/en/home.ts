import type { SameShape } from '../same-shape.ts';
import type { home as chinese } from '../zh/home.ts';

export const home: SameShape<typeof chinese> = {
  title: 'Home',
  today: 'Today, {{date}}',
  figure: { registered: 'Registered', recognised: 'Recognised', cards: 'Cards', papers: 'Papers', advised: 'Consultations' },
  waiting: 'Waiting',
  nothingWaits: 'Nothing waits.',
  line: {
    printer: 'The printer has stopped',
    jobs: 'Print jobs that need a hand',
    recognitions: 'Recognitions to review',
    cards: 'Cards to make and issue',
    handOver: 'Cards to hand over',
    drafts: 'Registration drafts',
    numbers: 'Series with few numbers left',
  },
  next: {
    printer: 'Print queue',
    jobs: 'Print queue',
    recognitions: 'Review',
    cards: 'Issue',
    handOver: 'Issue',
    drafts: 'Go on registering',
    numbers: 'Ask an administrator for a new block',
  },
  recent: 'Latest people',
  nobody: 'Nobody yet. Press F3 to register.',
  column: { name: 'Name', id: 'ID number', employer: 'Employer', tier: 'Tier', card: 'Card' },
};
