import { askedOf } from '../../domain/matter/decide-supplement.ts';
import { isOldNumber } from '../../domain/old-number.ts';
import type { Material } from '../../domain/policy/pack.ts';
import { refuse } from '../../domain/refusal.ts';
import { maskIdNumber } from '../../domain/talent/masking.ts';
import { chineseDate } from '../chinese-date.ts';
import type { PaperContext, PaperDefinition } from '../definition.ts';
import { idKindNames } from '../id-kind-names.ts';
import { recognisedTier } from '../recognised-tier.ts';
import { usualReceipt, worstReceipts } from './examples.ts';
import { type ReceiptValues, receiptValues } from './receipt-values.ts';

/** 收件凭证, A4: what was handed in at the counter. It says plainly that receiving is not yet accepting. */
export const receiptReceived: PaperDefinition<ReceiptValues, 'matter'> = {
  kind: 'receipt-received',
  about: 'matter',
  title: { zh: '收件凭证', en: 'Receipt' },
  layout: 'receipt-received/1',
  valuesSchema: receiptValues,
  values: valuesOf,
  examples: { usual: usualReceipt, worst: worstReceipts },
};

function valuesOf(context: PaperContext): ReceiptValues {
  const { counter, pack, person, recognition, staffName } = context;
  // Of what was taken over nothing was received here.
  if (isOldNumber(recognition.number)) refuse('paper-not-available', { kind: 'receipt-received' });
  const { team, tierName } = recognisedTier(context, 'receipt-received');
  return receiptValues.parse({
    trial: counter.trial,
    sample: pack.sample,
    office: counter.office.name,
    address: counter.office.address,
    enquiryPhone: counter.office.enquiryPhone,
    supervisionPhone: counter.office.supervisionPhone,
    matterNumber: recognition.number,
    receivedOn: chineseDate(recognition.receivedOn),
    applicant: person.identity.name,
    idKind: idKindNames[person.document.kind],
    maskedIdNumber: maskIdNumber(person.document.number),
    employer: person.employment?.employerName ?? '',
    matter: '人才认定',
    appliedFor: `${team} ${tierName}`,
    promised: `${pack.recognitionWorkingDays}个工作日`,
    handler: staffName,
    materials: materialsOf(recognition, askedOf(recognition, pack)),
  });
}

/** What lay on the counter, with its sheets. Of an application that tells of none, what the pack asks for: the clerk writes the figures. */
function materialsOf({ materials }: PaperContext['recognition'], asked: readonly Material[]): ReceiptValues['materials'] {
  if (!materials) return asked.map(({ zh }) => ({ name: zh }));
  return materials.slice(0, 20).map(({ kind, originals, copies, later }) => {
    const name = asked.find(({ code }) => code === kind)?.zh ?? kind;
    return later ? { name: `${name}（稍后补交）` } : { name, originals: String(originals), copies: String(copies) };
  });
}
