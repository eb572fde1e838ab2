import type { PaperKind } from '../domain/paper/printed-paper.ts';
import { adviceSheet } from './advice-sheet/advice-sheet.ts';
import { auditList } from './audit-list/audit-list.ts';
import { benefitsSheet } from './benefits-sheet/benefits-sheet.ts';
import { cardBack } from './card-back/card-back.ts';
import { cardFront } from './card-front/card-front.ts';
import type { AnyPaperDefinition } from './definition.ts';
import { deliveryReceipt } from './delivery-receipt/delivery-receipt.ts';
import { lossStatement } from './loss-statement/loss-statement.ts';
import { noticeSupplement } from './notice-supplement/notice-supplement.ts';
import { personalData } from './personal-data/personal-data.ts';
import { privacyNotice } from './privacy-notice/privacy-notice.ts';
import { receiptReceived } from './receipt-received/receipt-received.ts';
import { recognitionCertificate } from './recognition-certificate/recognition-certificate.ts';
import { requestAnswer } from './request-answer/request-answer.ts';

/** Every paper of this release, one line each; a kind without a definition doesn't compile. */
const papers: Record<PaperKind, unknown> = {
  'recognition-certificate': recognitionCertificate,
  'receipt-received': receiptReceived,
  'notice-supplement': noticeSupplement,
  'card-front': cardFront,
  'card-back': cardBack,
  'delivery-receipt': deliveryReceipt,
  'loss-statement': lossStatement,
  'advice-sheet': adviceSheet,
  'benefits-sheet': benefitsSheet,
  'privacy-notice': privacyNotice,
  'audit-list': auditList,
  'personal-data': personalData,
  'request-answer': requestAnswer,
};

/** The definition of a kind of paper. What its values are is known to itself and its layout; everyone else hands them on. */
export function getPaperDefinition(kind: PaperKind): AnyPaperDefinition {
  return papers[kind] as AnyPaperDefinition;
}

/** Every paper's definition. */
export function listPaperDefinitions(): AnyPaperDefinition[] {
  return Object.keys(papers).map((kind) => getPaperDefinition(kind as PaperKind));
}
