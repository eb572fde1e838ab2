import { shownNumber } from '../../domain/old-number.ts';
import { noticeOf } from '../../domain/policy/notice.ts';
import { maskPhone } from '../../domain/talent/masking.ts';
import { findCountry } from '../../standards/gb-2659.ts';
import { chineseDate } from '../chinese-date.ts';
import type { PaperContexts } from '../definition.ts';
import type { DataLine } from './personal-data-values.ts';

type Held = PaperContexts['request'];

export const phoneCaption = '电话';

const sexes = { '1': '男', '2': '女', '9': '未说明', '0': '未知' } as const;
const statuses = { received: '已收件', supplementing: '补正中', granted: '已认定', withdrawn: '已撤回' } as const;
const cardStates = {
  'to-make': '待制',
  made: '已制',
  awaiting: '待领取',
  collected: '已领取',
  lost: '挂失',
  suspended: '暂停',
  replaced: '已换发',
  cancelled: '注销',
  revoked: '撤销',
  lapsed: '失效',
  returned: '已收回',
  destroyed: '已销毁',
} as const;

/** Everything that is held, section by section; a section without anything in it is left out. */
export function dataLines(held: Held, whole: boolean): DataLine[] {
  const { person, pack } = held;
  return [
    ...section('身份信息', identityOf(held)),
    ...section('联系方式', [
      [phoneCaption, person.contact.phone && (whole ? person.contact.phone : maskPhone(person.contact.phone))],
      ['电子邮箱', person.contact.email],
      ['居住地', person.contact.residence],
    ]),
    ...section('工作信息', [
      ['工作单位', person.employment?.employerName],
      ['统一社会信用代码', person.employment?.uscc],
      ['职务', person.employment?.position],
    ]),
    ...section('学历、职称和技能', qualificationsOf(held)),
    ...section('提交的材料', materialsOf(held)),
    ...section('认定', held.recognitions.map(recognitionLine)),
    ...section('云谷人才卡', held.cards.map(cardLine)),
    ...section('登记和处理', [
      ['登记日期', chineseDate(person.registeredOn)],
      ['照片', person.photo ? '有，1张' : undefined],
      ['已打印的文书', `${held.papers}份`],
      [
        '处理目的',
        noticeOf(pack)
          .purposes.map(({ name }) => name.zh)
          .join('；'),
      ],
      ['撤回同意', person.consentWithdrawnOn && chineseDate(person.consentWithdrawnOn)],
    ]),
  ];
}

type Fact = readonly [caption: string, text: string | undefined];

function section(title: string, facts: readonly Fact[]): DataLine[] {
  const lines = facts.flatMap(([caption, text]) => (text ? [{ caption, text }] : []));
  return lines.length > 0 ? [{ title }, ...lines] : [];
}

function identityOf({ person: { identity, document } }: Held): Fact[] {
  const { validFrom, validTo } = document;
  const until = validTo === 'long-term' ? '长期' : validTo && chineseDate(validTo);
  return [
    ['姓名', identity.name],
    ['曾用名', identity.formerName],
    ['民族文字姓名', identity.scriptName?.name],
    ['拉丁字母姓名', identity.latinName],
    ['性别', sexes[identity.sex]],
    ['出生日期', chineseDate(identity.birthDate)],
    ['国籍', findCountry(identity.nationality)?.zh ?? identity.nationality],
    ['户籍地', identity.householdPlace],
    ['证件签发机关', document.issuer],
    ['证件有效期', until && (validFrom ? `${chineseDate(validFrom)}至${until}` : until)],
  ];
}

function qualificationsOf({ person: { qualifications } }: Held): Fact[] {
  const { educations = [], titles = [], skills = [] } = qualifications ?? {};
  return [
    ...educations.map(({ school, major, completedOn, certificateNumber }): Fact => {
      const parts = [school, major, completedOn && chineseDate(completedOn), certificateNumber && `证书编号${certificateNumber}`];
      return ['学历', parts.filter(Boolean).join('，')];
    }),
    ...titles.map(({ name, number }): Fact => ['职称', [name, number && `证书编号${number}`].filter(Boolean).join('，')]),
    ...skills.map(
      ({ occupation, rank, number }): Fact => [
        '职业技能',
        [occupation, `${rank}级`, number && `证书编号${number}`].filter(Boolean).join('，'),
      ],
    ),
  ];
}

/** By kind, with how many sheets and whether there is a scan: a kind's name is the pack's, and its code where the pack has none. */
function materialsOf({ person, recognitions, pack }: Held): Fact[] {
  const known = new Map(
    [
      ...pack.teams.flatMap(({ tiers }) => tiers.flatMap(({ evidence }) => evidence)),
      ...pack.routes.flatMap(({ evidence }) => evidence),
    ].map(({ code, zh }) => [code, zh]),
  );
  const all = [...(person.evidence ?? []), ...recognitions.flatMap(({ materials = [] }) => materials)];
  return all.map(({ kind, file, originals = 0, copies = 0 }): Fact => {
    const parts = [file && `扫描件${file.pages}页`, originals > 0 && `原件${originals}份`, copies > 0 && `复印件${copies}份`];
    return [commonKinds[kind] ?? known.get(kind) ?? kind, parts.filter(Boolean).join('，') || '已登记'];
  });
}

const commonKinds: Readonly<Record<string, string>> = {
  'id-document': '身份证件',
  'education-certificate': '学历证书',
  'degree-certificate': '学位证书',
  'title-certificate': '职称证书',
  'skill-certificate': '技能证书',
  'employment-contract': '劳动合同',
  'business-licence': '营业执照',
  achievement: '成果证明',
  authorisation: '授权委托书',
  guardianship: '监护证明',
  'notice-receipt': '告知书回执',
  'paper-form': '纸质登记表',
  other: '其他材料',
};

function recognitionLine({ number, teamName, tierName, status, receivedOn, grant }: Held['recognitions'][number]): Fact {
  const until = grant ? `，证书编号${shownNumber(grant.certificateNumber)}，有效期至${chineseDate(grant.validTo)}` : '';
  return [shownNumber(number), `${teamName} ${tierName}，${chineseDate(receivedOn)}收件，${statuses[status]}${until}`];
}

function cardLine({ number, name, state, issuedOn, validTo }: Held['cards'][number]): Fact {
  return [
    shownNumber(number),
    `卡面姓名${name}，${cardStates[state]}，${chineseDate(issuedOn)}发卡，有效期至${chineseDate(validTo)}`,
  ];
}
