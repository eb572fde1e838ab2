import type { PaperKind } from '../domain/paper/printed-paper.ts';
import type { PaperDefinition } from './definition.ts';
import { recognitionCertificate } from './recognition-certificate/recognition-certificate.ts';

/** Every paper of this release, one line each. */
export const papers = {
  'recognition-certificate': recognitionCertificate,
} satisfies Partial<Record<PaperKind, unknown>>;

/** The definition of a kind of paper. Its values are handed on as they are, so the values' type is left open here. */
export function getPaperDefinition(kind: PaperKind): PaperDefinition {
  return papers[kind as keyof typeof papers] as unknown as PaperDefinition;
}
