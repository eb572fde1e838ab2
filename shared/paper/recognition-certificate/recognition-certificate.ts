import { refuse } from '../../domain/refusal.ts';
import { chineseDate } from '../chinese-date.ts';
import type { PaperContext, PaperDefinition } from '../definition.ts';
import { recognisedTier } from '../recognised-tier.ts';
import { type CertificateValues, certificateValues } from './certificate-values.ts';
import { usualCertificate, worstCertificates } from './examples.ts';

/** The recognition certificate, A4: one person, one recognition in force. */
export const recognitionCertificate: PaperDefinition<CertificateValues> = {
  kind: 'recognition-certificate',
  title: { zh: '人才认定证书', en: 'Recognition certificate' },
  layout: 'recognition-certificate/1',
  valuesSchema: certificateValues,
  values: valuesOf,
  examples: { usual: usualCertificate, worst: worstCertificates },
};

function valuesOf(context: PaperContext): CertificateValues {
  const { counter, pack, person, recognition, card, today } = context;
  const grant = recognition.grant ?? refuse('paper-not-available', { kind: 'recognition-certificate' });
  const { team, tierName, route } = recognisedTier(context, 'recognition-certificate');
  return certificateValues.parse({
    trial: counter.trial,
    sample: pack.sample,
    office: counter.office.name,
    certificateNumber: grant.certificateNumber,
    name: person.identity.name,
    recognisedAs: `${team} ${tierName}`,
    route,
    ...(grant.by.way === 'direct'
      ? { way: '直接认定' }
      : { approvalBody: grant.by.approval.body, approvalReference: grant.by.approval.reference }),
    recognisedOn: chineseDate(grant.grantedOn),
    validity: `${chineseDate(grant.grantedOn)}至${chineseDate(grant.validTo)}`,
    issuedOn: chineseDate(today),
    // A card's token proves itself to any counter; without a card, the number leads a clerk to the record.
    qr: card && card.matterId === recognition.id ? card.token : `TC1:${grant.certificateNumber}`,
  });
}
