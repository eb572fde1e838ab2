const id = '0198c0de-0000-7000-8000-000000000001';
const sha256 = 'a'.repeat(64);

const facts = {
  document: {
    kind: 'resident-id',
    number: '150102199003054011',
    issuer: '呼和浩特市公安局',
    validFrom: '2020-01-01',
    validTo: 'long-term',
  },
  identity: { name: '王敏', sex: '2', birthDate: '1990-03-05', nationality: 'CHN', householdPlace: '呼和浩特' },
  employment: { employerName: '云谷科技', uscc: '91350100M000100Y43', engagement: 'full-time', startsOn: '2026-01-01' },
  contact: { phone: '13800138000', email: 'wang@example.cn', residence: '和林格尔县' },
};

const document = { sha256, name: '批复.pdf', mediaType: 'application/pdf', bytes: 10, pages: 1 };

/** One well-formed input for each call that takes one; the values between them name nothing that a counter knows. */
export const deskSamples: Record<string, unknown> = {
  'session.signIn': { staffNumber: '1001', pin: '135790' },
  'session.unlock': { pin: '135790' },
  'session.keepPlace': { address: '/matters' },
  'session.signOff': { staffNumber: '2001', pin: '135790', act: 'recognition.grant', subjectId: id },
  'counter.confirmDate': { today: '2026-11-25', ticket: 'ticket-of-sixteen-places' },
  'talents.register': { facts, draftId: id },
  'talents.get': { personId: id },
  'talents.history': { personId: id },
  'talents.uncoverIdNumber': { personId: id, reason: '核对原件' },
  'talents.likely': { idNumber: '150102199003054011', name: '王敏', birthDate: '1990-03-05', phone: '13800138000' },
  'talents.search': { text: 'wang', limit: 10 },
  'talents.employers': { text: '云谷' },
  'drafts.save': { id, title: '王敏', fields: { name: '王敏' } },
  'drafts.discard': { draftId: id },
  'attachments.put': { name: '批复.pdf', file: new Blob(['%PDF-1.7']) },
  'attachments.get': { sha256: 'a'.repeat(64) },
  'recognitions.receive': { personId: id, team: 'top', tier: 'a', route: 'government' },
  'recognitions.grantDirectly': { matterId: id, ticket: 'ticket-of-sixteen-places' },
  'recognitions.enterApproval': {
    matterId: id,
    approval: { body: '新区', reference: '〔2026〕1号', approvedOn: '2026-11-01', document },
  },
  'approvals.request': {
    asked: { act: 'card.change', cardNumber: '202610000017', change: 'cancel', reason: '本人申请' },
    note: '请主管看',
  },
  'approvals.approve': { approvalId: id },
  'approvals.decline': { approvalId: id, reason: '材料不全' },
  'approvals.withdraw': { approvalId: id },
  'approvals.acknowledge': { approvalId: id },
  'matters.list': { which: 'open', handlerId: id, since: '2026-11-01' },
  'matters.handOn': { matterIds: [id], to: id, note: '明天来取' },
  'matters.takeOn': { matterIds: [id] },
  'deskSettings.showColumn': { list: 'matters', column: 'team', shown: false },
  'cards.issue': { personId: id },
  'cards.change': { cardNumber: '202610000017', act: 'hand-over', collector: { role: 'self', name: '王敏' } },
  'cards.replace': { cardNumber: '202610000017', reason: 'damaged' },
  'cards.verify': { text: 'NCF' },
  'advice.give': { adviceId: id, topics: ['recognition'], visitor: '王女士', note: '下周带材料来' },
  'papers.preview': { kind: 'receipt-received', matterId: id },
  'papers.print': { kind: 'card-front', cardNumber: '202610000017', reprintReason: '原件损坏' },
  'papers.retry': { jobId: id },
  'papers.cancel': { jobId: id },
};
