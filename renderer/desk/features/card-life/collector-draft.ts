import type { Collector } from '../../../../shared/domain/card/card.ts';

/** Who collects a card, as it is being typed. */
export interface CollectorDraft {
  role: Collector['role'];
  /** Of whoever isn't the person. */
  name: string;
  documentTail: string;
}

export const selfCollects: CollectorDraft = { role: 'self', name: '', documentTail: '' };

export type CollectorProblems = Partial<Record<'name' | 'documentTail', 'required' | 'not-a-document-tail'>>;

/** What is wrong with it; nothing where the person collects. */
export function collectorProblems({ role, name, documentTail }: CollectorDraft): CollectorProblems {
  if (role === 'self') return {};
  const tail = tidyTail(documentTail);
  return {
    ...(name.trim() === '' && { name: 'required' }),
    ...(!/^[0-9A-Z]{4}$/.test(tail) && { documentTail: tail === '' ? 'required' : 'not-a-document-tail' }),
  };
}

/** As it goes to the program. */
export function toCollector({ role, name, documentTail }: CollectorDraft, holder: string): Collector {
  return role === 'self' ? { role, name: holder } : { role, name: name.trim(), documentTail: tidyTail(documentTail) };
}

/** Full-width signs, blanks and small letters are how hands type, and no mistake. */
function tidyTail(typed: string): string {
  return typed.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}
