import { describe, expect, test } from 'vitest';
import pack from '../../resources/policy/pack.json' with { type: 'json' };
import { advice } from '../domain/advice/advice.ts';
import { type Card, card } from '../domain/card/card.ts';
import { counter } from '../domain/counter/counter.ts';
import type { Photo } from '../domain/evidence/evidence-item.ts';
import type { StaffId } from '../domain/ids.ts';
import { recognition } from '../domain/matter/recognition.ts';
import { supplement } from '../domain/matter/supplement.ts';
import type { PaperKind } from '../domain/paper/printed-paper.ts';
import { toPlainDate } from '../domain/plain-date.ts';
import { policyPack } from '../domain/policy/pack.ts';
import { Refusal } from '../domain/refusal.ts';
import { request } from '../domain/request/request.ts';
import { person } from '../domain/talent/person.ts';
import type { PaperContext, PaperContexts } from './definition.ts';
import { getPaperDefinition, listPaperDefinitions } from './registry.ts';

const id = (last: string) => `0190a000-0000-7000-8000-00000000000${last}`;
const sha256 = 'a'.repeat(64);
const approval = {
  body: '新区人才工作主管部门',
  reference: '人才认字〔2026〕8号',
  approvedOn: '2026-11-04',
  document: { sha256, name: '批复.pdf', mediaType: 'application/pdf', bytes: 1, pages: 1 },
};
const grant = {
  by: { way: 'approval', approval },
  grantedOn: '2026-11-05',
  validTo: '2031-11-04',
  certificateNumber: '202610000012',
};

const granted = recognition.parse({
  id: id('1'),
  version: 2,
  number: '202610000038',
  kind: 'recognition',
  personId: id('2'),
  team: 'leading',
  tier: 'b',
  route: 'government',
  pack: 'horinger-talent@1.0.0',
  status: 'granted',
  receivedOn: '2026-11-03',
  receivedBy: id('3'),
  grant,
});

const itsCard = card.parse({
  number: '202610000012',
  version: 1,
  personId: id('2'),
  matterId: id('1'),
  name: '额尔敦·巴图',
  team: 'leading',
  tier: 'b',
  pack: 'horinger-talent@1.0.0',
  state: 'to-make',
  issuedOn: '2026-11-05',
  validTo: '2031-11-05',
  kid: 'AQIDBAUGBwg',
  token: 'NCFOXN%TSMAHO',
});

const asked = supplement.parse({
  items: [{ what: 'material', code: 'achievement', reason: 'other', words: '缺少签字页' }],
  askedOn: '2026-11-04',
  askedBy: id('3'),
  workingDays: 5,
  dueOn: '2026-11-11',
  weekendsOnly: true,
  brought: [],
});

const context: PaperContext & PaperContexts['advice'] & PaperContexts['request'] & { team: string; tier: string } = {
  counter: counter.parse({
    deviceId: 'device',
    code: 'T01',
    trial: false,
    office: {
      name: '新区人才服务中心',
      nameEn: 'Talent office',
      address: '一号',
      enquiryPhone: '0471-0',
      supervisionPhone: '0471-1',
    },
    cardKey: { kty: 'OKP', crv: 'Ed25519', x: 'x', kid: 'AQIDBAUGBwg' },
  }),
  pack: policyPack.parse({ ...pack, sample: false }),
  person: person.parse({
    id: id('2'),
    version: 1,
    registeredOn: '2026-11-03',
    document: { kind: 'resident-id', number: '152601199003072113' },
    identity: { name: '额尔敦·巴图', sex: '1', birthDate: '1990-03-07', nationality: 'CHN' },
    employment: { employerName: '云谷公司', uscc: '91350100M000100Y43', engagement: 'full-time' },
    contact: { phone: '13800000000' },
  }),
  recognition: { ...granted, supplements: [asked] },
  staffName: '乌日娜',
  today: toPlainDate('2026-11-06'),
  team: 'leading',
  tier: 'b',
  request: request.parse({
    id: id('6'),
    version: 2,
    personId: id('2'),
    kind: 'see',
    asker: { role: 'agent', name: '李静', authorisation: sha256 },
    words: '查阅本人信息',
    receivedOn: '2026-11-05',
    receivedBy: id('3'),
    dueOn: '2026-11-26',
    weekendsOnly: false,
    answer: { decision: 'granted', grounds: [], answeredOn: '2026-11-06', answeredBy: id('3') },
  }),
  recognitions: [{ ...granted, teamName: '高层次领军人才', tierName: 'B类' }],
  cards: [itsCard],
  papers: 3,
  signedOffByName: undefined,
  advice: advice.parse({
    id: id('5'),
    version: 1,
    topics: ['rent-subsidy', 'card-first'],
    visitor: '王女士',
    pack: 'horinger-talent@1.0.0',
    on: '2026-11-06',
    by: id('3'),
  }),
};

/** The card in the state in which a paper speaks of it. */
const cardFor: Partial<Record<PaperKind, Card>> = {
  'delivery-receipt': {
    ...itsCard,
    state: 'collected',
    collected: {
      by: { role: 'employer', name: '李静', documentTail: '390X' },
      on: toPlainDate('2026-11-09'),
      handedOverBy: id('3') as StaffId,
    },
  },
  'loss-statement': { ...itsCard, state: 'lost', since: toPlainDate('2027-03-18') },
};

const valuesOf = (kind: PaperKind, changed: Partial<PaperContext> = {}) =>
  getPaperDefinition(kind).values({
    ...context,
    card: cardFor[kind] ?? itsCard,
    certificateToken: 'NCFOXN%CERTIFICATE',
    ...changed,
  });

function refusedWith(work: () => unknown): string | undefined {
  try {
    work();
  } catch (error) {
    return error instanceof Refusal ? error.code : 'another error';
  }
  return undefined;
}

test('no paper says a whole ID number, a phone number or an address of the person', () => {
  for (const { kind } of listPaperDefinitions()) {
    const words = JSON.stringify(valuesOf(kind));
    expect(words).not.toContain('152601199003072113');
    // What is held about somebody tells them their birth date; it is theirs to check.
    if (kind !== 'personal-data') expect(words).not.toContain('1990年3月7日');
    expect(words).not.toContain('19900307');
    expect(words).not.toContain('13800000000');
  }
  expect(valuesOf('receipt-received')['maskedIdNumber']).toBe('152***********2113');
});

test('what is held about somebody bears their numbers whole in their own hand, and masked in an agent’s', () => {
  const own = { request: { ...context.request, asker: { role: 'self' } } } as Partial<PaperContext>;
  expect(valuesOf('personal-data', own)['idNumber']).toBe('152601199003072113');
  expect(JSON.stringify(valuesOf('personal-data', own))).toContain('13800000000');
  expect(valuesOf('personal-data')['idNumber']).toBe('152***********2113');
  expect(JSON.stringify(valuesOf('personal-data'))).toContain('138****0000');
});

test('every paper of a trial counter, and every one of an example pack, says so', () => {
  for (const { kind } of listPaperDefinitions()) {
    expect(valuesOf(kind)).toMatchObject({ trial: false, sample: false });
    const trial = { counter: { ...context.counter, trial: true }, pack: { ...context.pack, sample: true } };
    expect(valuesOf(kind, trial)).toMatchObject({ trial: true, sample: true });
  }
});

test("a tier that its own pack doesn't know makes no paper", () => {
  for (const kind of ['recognition-certificate', 'receipt-received', 'card-front'] as const) {
    expect(refusedWith(() => valuesOf(kind, { recognition: { ...granted, tier: 'z' } }))).toBe('paper-not-available');
  }
});

describe('the certificate', () => {
  test('says who, what, by whom, under which number and for how long', () => {
    expect(valuesOf('recognition-certificate')).toEqual({
      trial: false,
      sample: false,
      office: '新区人才服务中心',
      certificateNumber: '202610000012',
      name: '额尔敦·巴图',
      recognisedAs: '高层次领军人才 B类',
      route: '政府评定',
      approvalBody: '新区人才工作主管部门',
      approvalReference: '人才认字〔2026〕8号',
      recognisedOn: '2026年11月4日',
      validity: '2026年11月4日至2031年11月4日',
      issuedOn: '2026年11月6日',
      qr: 'NCFOXN%CERTIFICATE',
    });
  });

  test('of a direct decision names no approving body and no 文号', () => {
    const direct = recognition.parse({ ...granted, grant: { ...grant, by: { way: 'direct', signedOffBy: id('4') } } });
    const values = valuesOf('recognition-certificate', { recognition: direct });
    expect(values).toMatchObject({ way: '直接认定' });
    expect(Object.keys(values)).not.toContain('approvalBody');
    expect(Object.keys(values)).not.toContain('approvalReference');
  });

  test('holds from the day of the decision at the counter where no body approved it', () => {
    const direct = recognition.parse({ ...granted, grant: { ...grant, by: { way: 'direct', signedOffBy: id('4') } } });
    expect(valuesOf('recognition-certificate', { recognition: direct })['recognisedOn']).toBe('2026年11月5日');
  });

  test('whose recognition is over is not printed for the first time', () => {
    expect(refusedWith(() => valuesOf('recognition-certificate', { today: toPlainDate('2031-11-04') }))).toBeUndefined();
    expect(refusedWith(() => valuesOf('recognition-certificate', { today: toPlainDate('2031-11-05') }))).toBe(
      'paper-not-available',
    );
  });

  test('is not made without the signed text of its QR', () => {
    expect(refusedWith(() => getPaperDefinition('recognition-certificate').values(context))).toBe('paper-not-available');
  });

  test('is not there before the recognition is granted', () => {
    const { grant: _, ...rest } = granted;
    const received = recognition.parse({ ...rest, status: 'received' });
    expect(refusedWith(() => valuesOf('recognition-certificate', { recognition: received }))).toBe('paper-not-available');
  });
});

describe('a photograph', () => {
  const photo = { sha256, bytes: 1 } as Photo;

  test('stands on certificate and card by its hash, and on no other paper', () => {
    const withPhoto = listPaperDefinitions()
      .map(({ kind }) => kind)
      .filter((kind) => valuesOf(kind, { person: { ...context.person, photo } })['photo'] === sha256);
    expect(withPhoto).toEqual(['recognition-certificate', 'card-front']);
  });

  test('is not made up where there is none', () => {
    expect(Object.keys(valuesOf('card-front'))).not.toContain('photo');
  });
});

describe('the one-off notice', () => {
  test('says of each matter its time, conditions, and how many sheets of each material, in the order of the pack', () => {
    const { lines } = valuesOf('advice-sheet') as { lines: Record<string, string>[] };
    expect(lines.filter(({ title }) => title)).toEqual([
      { title: '云谷人才卡（首次办理）', term: '即办件 · 当场办结' },
      { title: '租房补贴', term: '承诺件 · 承诺时限15个工作日' },
    ]);
    expect(lines).toContainEqual({ caption: '所需材料', text: '身份证件', sheets: '原件1份 复印件1份' });
    expect(lines).toContainEqual({ caption: '所需材料', text: '身份证件', sheets: '出示即可' });
  });

  test('is not there where its pack tells of no such matter any more', () => {
    const { matters: _, ...older } = context.pack;
    expect(refusedWith(() => valuesOf('advice-sheet', { pack: older }))).toBe('paper-not-available');
  });
});

describe('the benefits sheet', () => {
  test('of a recognition says whose it is and until when; of a tier, nobody’s name', () => {
    expect(valuesOf('benefits-sheet')).toMatchObject({ holder: '额尔敦·巴图', validity: '有效期至2031年11月4日' });
    const { person: _, recognition: __, ...anybody } = context;
    const sheet = getPaperDefinition('benefits-sheet').values(anybody);
    expect(sheet).toMatchObject({ recognisedAs: '高层次领军人才 B类', validity: '自认定之日起5年' });
    expect(Object.keys(sheet)).not.toContain('holder');
  });

  test('of a recognition that is over, or not granted, is not there', () => {
    expect(refusedWith(() => valuesOf('benefits-sheet', { today: toPlainDate('2031-11-05') }))).toBe('paper-not-available');
    const { grant: _, ...rest } = granted;
    const received = recognition.parse({ ...rest, status: 'received' });
    expect(refusedWith(() => valuesOf('benefits-sheet', { recognition: received }))).toBe('paper-not-available');
  });
});

describe('the privacy notice', () => {
  test('is filled in for a person with the number masked, and blank for nobody', () => {
    expect(valuesOf('privacy-notice')).toMatchObject({
      name: '额尔敦·巴图',
      maskedIdNumber: '152***********2113',
      version: '2026-1',
    });
    const { person: _, ...nobody } = context;
    expect(Object.keys(getPaperDefinition('privacy-notice').values(nobody))).not.toContain('name');
  });
});

describe('the receipt', () => {
  test('names what the tier asks for, the promised working days and who took it in', () => {
    expect(valuesOf('receipt-received')).toMatchObject({
      matterNumber: '202610000038',
      receivedOn: '2026年11月3日',
      idKind: '居民身份证',
      promised: '20个工作日',
      handler: '乌日娜',
      materials: [{ name: '职称或学位证书' }, { name: '代表性成果' }],
    });
  });
});

describe('the card', () => {
  test('has its QR on the back and nowhere else', () => {
    expect(valuesOf('card-back')).toMatchObject({ qr: itsCard.token, cardNumber: '2026 1000 0012' });
    expect(Object.keys(valuesOf('card-front'))).not.toContain('qr');
  });

  test('bears the name as it stood when it was issued, whatever the record says now', () => {
    const renamed = { ...context.person, identity: { ...context.person.identity, name: '巴图' } };
    expect(valuesOf('card-front', { person: renamed })).toMatchObject({ name: '额尔敦·巴图', validTo: '2031年11月5日' });
  });

  test('is not there before it is issued', () => {
    for (const kind of ['card-front', 'card-back'] as const) {
      expect(refusedWith(() => getPaperDefinition(kind).values(context))).toBe('paper-not-available');
    }
  });
});

describe('the papers of a card’s life', () => {
  test('the delivery receipt says who took the card, as whom, and on what document', () => {
    expect(valuesOf('delivery-receipt')).toMatchObject({
      holder: '额尔敦·巴图',
      cardNumber: '2026 1000 0012',
      collectedOn: '2026年11月9日',
      collector: '李静',
      collectorRole: '单位经办人',
      documentTail: '390X',
    });
  });

  test('the statement of loss says since when', () => {
    expect(valuesOf('loss-statement')).toMatchObject({ issuedOn: '2026年11月5日', reportedOn: '2027年3月18日' });
  });

  test('neither is there for a card that nobody took, or lost', () => {
    for (const kind of ['delivery-receipt', 'loss-statement'] as const)
      expect(refusedWith(() => valuesOf(kind, { card: itsCard }))).toBe('paper-not-available');
  });
});

test('a notice tells each thing that is amiss, why, and until when; without one there is none', () => {
  expect(valuesOf('notice-supplement')).toMatchObject({
    askedOn: '2026年11月4日',
    dueCaption: '补正期限（未计法定节假日）',
    due: '2026年11月11日（5个工作日）',
    items: [{ name: '代表性成果', reason: '其他：缺少签字页' }],
  });
  expect(refusedWith(() => valuesOf('notice-supplement', { recognition: granted }))).toBe('paper-not-available');
});

test('a receipt says how many sheets of each material lay on the counter, and what follows later', () => {
  const material = { originals: 1, copies: 2 };
  const materials = [
    { kind: 'achievement', ...material },
    { kind: 'title-or-degree-certificate', originals: 0, copies: 0, later: true as const },
  ];
  expect(valuesOf('receipt-received', { recognition: { ...granted, materials } })['materials']).toEqual([
    { name: '代表性成果', originals: '1', copies: '2' },
    { name: '职称或学位证书（稍后补交）' },
  ]);
});
