import { z } from 'zod';
import { refuse } from '../../domain/refusal.ts';
import type { PaperContext, PaperDefinition } from '../definition.ts';
import { numberInFours } from '../number-in-fours.ts';

const text = z.string().min(1);

const values = z.strictObject({
  trial: z.boolean(),
  sample: z.boolean(),
  office: text,
  address: z.string(),
  enquiryPhone: z.string(),
  supervisionPhone: z.string(),
  cardNumber: text,
  /** The card's token. */
  qr: text,
});
type CardBackValues = z.infer<typeof values>;

const token =
  'NCFOXN%TSMAHO.JLSGZHH.*GS+HTOCRV8DG1A*NJOHK*RFYJ%2S0%MR+PGSARIL$0MZW1+JAGQHIN33DO7TN SGNOI:N9VJBSBPW$AIW4*%5S PNF6QF6$P6870KM40' +
  'RO*UHS.77869ORQ$CZ1NL1S.2TG+TN*AWVHUQ11D7DFH4IJTOT4FHX-5D8R-.0I/V+GF7%6Z+VEQV4-MTYOJ+9-LO%5S683T7QQNE*ATV$96LH9UL:%7/CRT+U988D8' +
  'VRVP.POF0U4*557G/ASOCU6%1+K36$RG*UCA010J+2';

const usual: CardBackValues = {
  trial: false,
  sample: false,
  office: '新区人才服务中心',
  address: '新区政务服务大厅二楼人才服务窗口',
  enquiryPhone: '0471-0000000',
  supervisionPhone: '0471-0000001',
  cardNumber: '2026 1000 0012',
  qr: token,
};

/** The back of a 云谷人才卡 (CR80): its QR, and whom to ask. */
export const cardBack: PaperDefinition<CardBackValues, 'card'> = {
  kind: 'card-back',
  about: 'card',
  title: { zh: '云谷人才卡（背面）', en: 'Talent card, back' },
  layout: 'card-back/1',
  valuesSchema: values,
  values: cardBackValues,
  examples: {
    usual,
    worst: [
      { ...usual, trial: true, sample: true, address: '', enquiryPhone: '', supervisionPhone: '' },
      {
        ...usual,
        trial: true,
        sample: true,
        office: '内蒙古自治区某某新区人才服务中心某某园区人才服务窗口',
        address: '内蒙古自治区某某市某某县某某镇某某路某某号某某政务服务中心某某楼某某区某某号人才服务窗口'.repeat(2),
        // As long as version 15-M holds: what a name of many rare characters makes.
        qr: token.repeat(2).slice(0, 600),
      },
      { ...usual, qr: token.slice(0, 311).padEnd(311, 'Z') },
    ],
  },
};

function cardBackValues({
  counter,
  pack,
  card = refuse('paper-not-available', { kind: 'card-back' }),
}: PaperContext): CardBackValues {
  return values.parse({
    trial: counter.trial,
    sample: pack.sample,
    office: counter.office.name,
    address: counter.office.address,
    enquiryPhone: counter.office.enquiryPhone,
    supervisionPhone: counter.office.supervisionPhone,
    cardNumber: numberInFours(card.number),
    qr: card.token ?? refuse('paper-not-available', { kind: 'card-back' }),
  });
}
