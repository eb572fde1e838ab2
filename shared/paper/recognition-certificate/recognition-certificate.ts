import { recognisedOn } from '../../domain/matter/recognition.ts';
import { refuse } from '../../domain/refusal.ts';
import { chineseDate } from '../chinese-date.ts';
import type { PaperContext, PaperDefinition } from '../definition.ts';
import { recognisedTier } from '../recognised-tier.ts';
import { type CertificateValues, certificateValues } from './certificate-values.ts';
import { usualCertificate, worstCertificates } from './examples.ts';

/** The recognition certificate, A4: one person, one recognition in force. */
export const recognitionCertificate: PaperDefinition<CertificateValues, 'matter'> = {
  kind: 'recognition-certificate',
  about: 'matter',
  title: { zh: '人才认定证书', en: 'Recognition certificate' },
  layout: 'recognition-certificate/1',
  valuesSchema: certificateValues,
  values: valuesOf,
  number: ({ recognition }) => recognition.grant?.certificateNumber,
  signed: true,
  examples: { usual: usualCertificate, worst: worstCertificates },
};

function valuesOf(context: PaperContext): CertificateValues {
  const { counter, pack, person, recognition, certificateToken, today } = context;
  const grant = recognition.grant ?? refuse('paper-not-available', { kind: 'recognition-certificate' });
  const token = certificateToken ?? refuse('paper-not-available', { kind: 'recognition-certificate' });
  // Decided elsewhere, before there was this counter: its certificate isn't ours to print.
  if (grant.by.way === 'taken-over') refuse('paper-not-available', { kind: 'recognition-certificate' });
  // One that is over says nothing that holds; what was printed while it held can be reprinted.
  if (grant.validTo < today) refuse('paper-not-available', { kind: 'recognition-certificate' });
  const since = recognisedOn(grant);
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
    recognisedOn: chineseDate(since),
    validity: `${chineseDate(since)}至${chineseDate(grant.validTo)}`,
    issuedOn: chineseDate(today),
    ...(person.photo && { photo: person.photo.sha256 }),
    qr: token,
  });
}
