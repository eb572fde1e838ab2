import { z } from 'zod';
import { foldFullWidth, withoutSpaces } from '../../standards/tidied.ts';
import { cardState } from '../card/card-life.ts';
import type { PolicyPack } from '../policy/pack.ts';
import type { LedgerColumns } from './ledger-columns.ts';

/** States that a card of an older ledger can be in. It is never to be made: that was done elsewhere. */
export const takenOverState = cardState.extract([
  'collected',
  'awaiting',
  'lost',
  'suspended',
  'cancelled',
  'revoked',
  'returned',
]);
export type TakenOverState = z.infer<typeof takenOverState>;

const word = z.string().max(200);
const tierCode = z.strictObject({ team: z.string().max(60), tier: z.string().max(60) });

/** What each different word of the ledger means here, as the clerk said once; one that is missing wasn't said yet. */
export const ledgerWords = z.strictObject({
  tiers: z.record(word, tierCode),
  states: z.record(word, takenOverState),
});
export type LedgerWords = z.infer<typeof ledgerWords>;

/** Words beyond so many are no words but a column that was taken for another. */
export const maxLedgerWords = 200;

const fold = (text: string) => withoutSpaces(foldFullWidth(text));
const cell = (row: readonly string[], column: number | undefined) => (column === undefined ? '' : (row[column] ?? ''));

/** What a row says of team and tier, as one word: `高层次领军人才／B类`. */
export function tierWordOf(row: readonly string[], { team, tier }: LedgerColumns): string {
  return [cell(row, team), cell(row, tier)].map(fold).filter(Boolean).join('／').slice(0, 200);
}

/** What a row says of the card's state; empty where it says nothing. */
export function stateWordOf(row: readonly string[], { state }: LedgerColumns): string {
  return fold(cell(row, state)).slice(0, 200);
}

/** The tier that a ledger's word names in the pack: by team and tier, or by a tier that one team alone has; undefined where it is unsure. */
export function guessTier(pack: PolicyPack, ledgerWord: string): { team: string; tier: string } | undefined {
  const parts = ledgerWord.split('／');
  const tierName = parts.at(-1) ?? '';
  const teamName = parts.length > 1 ? parts[0] : undefined;
  const fits = pack.teams
    .filter((team) => teamName === undefined || fold(team.name.zh) === teamName)
    .flatMap((team) => team.tiers.map((tier) => ({ team, tier })))
    .filter(({ team, tier }) =>
      [fold(tier.name.zh), fold(team.name.zh + tier.name.zh), tier.code.toUpperCase()].includes(tierName),
    );
  const [only, another] = fits;
  return only && !another ? { team: only.team.code, tier: only.tier.code } : undefined;
}

const usualStates: readonly (readonly [TakenOverState, readonly string[]])[] = [
  // A card past its date is in its holder's hand all the same; that it lapsed, its dates say.
  [
    'collected',
    ['', '正常', '有效', '已领取', '已领', '已发', '已发放', '已发卡', '在用', '使用中', '过期', '已过期', '失效', '到期'],
  ],
  ['awaiting', ['待领取', '未领取', '未领', '待领', '已制卡']],
  ['lost', ['挂失', '已挂失', '遗失']],
  ['suspended', ['暂停', '冻结', '停用']],
  ['cancelled', ['注销', '已注销', '作废', '已作废']],
  ['revoked', ['撤销', '已撤销']],
  ['returned', ['收回', '已收回', '已交回', '退回']],
];

/** The state that a ledger's word means, where it is a usual one. */
export function guessState(ledgerWord: string): TakenOverState | undefined {
  return usualStates.find(([, words]) => words.includes(ledgerWord))?.[0];
}
