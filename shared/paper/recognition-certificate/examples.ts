import type { CertificateValues } from './certificate-values.ts';

/** The golden card token's text: of the length that ordinary cards have. */
const token =
  'NCFOXN%TSMAHO.JLSGZHH.*GS+HTOCRV8DG1A*NJOHK*RFYJ%2S0%MR+PGSARIL$0MZW1+JAGQHIN33DO7TN SGNOI:N9VJBSBPW$AIW4*%5S PNF6QF6$P6870KM40' +
  'RO*UHS.77869ORQ$CZ1NL1S.2TG+TN*AWVHUQ11D7DFH4IJTOT4FHX-5D8R-.0I/V+GF7%6Z+VEQV4-MTYOJ+9-LO%5S683T7QQNE*ATV$96LH9UL:%7/CRT+U988D8' +
  'VRVP.POF0U4*557G/ASOCU6%1+K36$RG*UCA010J+2';

export const usualCertificate: CertificateValues = {
  trial: false,
  sample: false,
  office: '新区人才服务中心',
  certificateNumber: '202610000012',
  name: '额尔敦·巴图',
  recognisedAs: '高层次领军人才 B类',
  route: '政府评定',
  approvalBody: '新区人才工作主管部门',
  approvalReference: '人才认字〔2026〕8号',
  recognisedOn: '2026年11月5日',
  validity: '2026年11月5日至2031年11月5日',
  issuedOn: '2026年11月6日',
  qr: token,
};

const { approvalBody: _body, approvalReference: _reference, ...undecided } = usualCertificate;

export const worstCertificates: readonly CertificateValues[] = [
  // Every optional value absent, every mark there, a name of one rare character.
  {
    ...undecided,
    trial: true,
    sample: true,
    name: '䶮',
    recognisedAs: '高起点技能人才 E类',
    way: '直接认定',
  },
  // The longest name that a record takes, in ideographs that need the second font; an approving body of a hundred signs.
  {
    ...usualCertificate,
    trial: true,
    sample: true,
    office: '内蒙古自治区某某新区人才服务中心某某园区人才服务窗口',
    name: '黄𡶶𡢃𨰻𩇕'.repeat(11),
    recognisedAs: '高质量创新创业 D类',
    approvalBody: '某某新区人才工作主管部门'.repeat(8),
    approvalReference: '会议纪要〔2026〕第8号'.repeat(8),
  },
  {
    ...usualCertificate,
    name: 'Nguyễn Thị Hồng Ångström-O’Connor María del Carmen Fernández y Rodríguez de la Vega Castellanos Åsa',
  },
  { ...usualCertificate, name: '阿卜杜拉·买买提·吐尔逊·赛音吉日嘎拉·'.repeat(5), qr: token.slice(0, 300).padEnd(600, '0') },
];
