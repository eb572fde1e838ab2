/** Whose travel permit: a Chinese citizen's, or a permanent resident's of Hong Kong or Macao who is a foreigner. */
export type PermitHolder = 'chinese-citizen' | 'foreigner';

export type HkMacaoPermitCode = 'hk-macao-permit-format';
export type HkMacaoPermitCheck =
  | {
      ok: true;
      /** Nine places that a person keeps for life, whichever permit is shown. */
      lifelong: string;
      region: 'HKG' | 'MAC';
      holder: PermitHolder;
      /** The two digits of an old number: how often the permit was issued anew. */
      reissue?: string;
    }
  | { ok: false; code: HkMacaoPermitCode };

export type TaiwanPermitCode = 'taiwan-permit-format';
export type TaiwanPermitCheck =
  | {
      ok: true;
      /** Eight digits that a person keeps for life. */
      lifelong: string;
      /** The two digits of an old number: how often a permit was issued, this one counted. */
      issue?: string;
      /** The sign that stood in brackets: the office of issue. */
      authority?: string;
    }
  | { ok: false; code: TaiwanPermitCode };

/**
 * Reads a tidied number of a 港澳居民来往内地通行证: H or M and eight digits, with two more on older permits; HA or MA and seven
 * digits on those for residents who are not Chinese citizens. There is no check digit: `hk-macao-permit-format` is all that can
 * be wrong. Sources: 公安部出入境管理局《港澳居民来往内地通行证号码规则》(2010-03-10); 国家移民管理局, 式样说明 (2024-07-01).
 */
export function checkHkMacaoPermitNumber(text: string): HkMacaoPermitCheck {
  const match = /^([HM])(?:(\d{8})(\d{2})?|A\d{7})$/.exec(text);
  if (!match) return { ok: false, code: 'hk-macao-permit-format' };
  const [, letter, digits, reissue] = match;
  return {
    ok: true,
    lifelong: text.slice(0, 9),
    region: letter === 'H' ? 'HKG' : 'MAC',
    holder: digits ? 'chinese-citizen' : 'foreigner',
    ...(reissue && { reissue }),
  };
}

/**
 * Reads a tidied number of a 台湾居民来往大陆通行证: eight digits; on permits of before 2008-09-25 two more, and mostly a letter or digit
 * that stood in brackets. There is no check digit: `taiwan-permit-format` is all that can be wrong. Source: 中国新闻社 2008-09-11 on the
 * change to 一人一号、终身不变, by the word of 边检 and 公安机关出入境管理部门.
 */
export function checkTaiwanPermitNumber(text: string): TaiwanPermitCheck {
  const match = /^(\d{8})(?:(\d{2})([A-Z\d])?)?$/.exec(text);
  if (!match) return { ok: false, code: 'taiwan-permit-format' };
  const [, lifelong = '', issue, authority] = match;
  return { ok: true, lifelong, ...(issue && { issue }), ...(authority && { authority }) };
}
