import { z } from 'zod';
import { isOldNumber } from '../old-number.ts';
import { addDays, type PlainDate } from '../plain-date.ts';

/**
 * 待制 to-make, 已制 made, 待领取 awaiting, 已领取 collected, 挂失 lost, 暂停 suspended, 已换发 replaced, 注销 cancelled, 撤销 revoked,
 * 失效 lapsed (by its date, never written down), 已收回 returned, 已销毁 destroyed. 解挂 leads back to where the loss report came from.
 */
export const cardState = z.enum([
  'to-make',
  'made',
  'awaiting',
  'collected',
  'lost',
  'suspended',
  'replaced',
  'cancelled',
  'revoked',
  'lapsed',
  'returned',
  'destroyed',
]);
export type CardState = z.infer<typeof cardState>;

/** What a clerk may do with a card, and nothing else changes its state but the printer (`made`) and the calendar (`lapsed`). */
export const cardAct = z.enum([
  'print',
  'void',
  'call-in',
  'hand-over',
  'report-lost',
  'restore',
  'suspend',
  'resume',
  'replace',
  'cancel',
  'undo-issue',
  'revoke',
  'take-back',
  'destroy',
]);
export type CardAct = z.infer<typeof cardAct>;

/** `before`: back to where it was; `same`: the state stays. */
type Leads = CardState | 'before' | 'same';

/**
 * The only place that knows what may be done with a card in which state, and where it leads. 作废 (void) is a spoilt piece of plastic:
 * the card is made once more. 注销 (cancel) ends a card, 撤销 (revoke) takes it back for fraud.
 */
export const cardLife: Readonly<Record<CardState, Readonly<Partial<Record<CardAct, Leads>>>>> = {
  // A side that was printed and is spoilt may be voided before the other one is out.
  'to-make': { print: 'same', void: 'same', 'undo-issue': 'cancelled', cancel: 'cancelled', revoke: 'revoked' },
  made: {
    print: 'same',
    void: 'to-make',
    'call-in': 'awaiting',
    'hand-over': 'collected',
    replace: 'replaced',
    'undo-issue': 'cancelled',
    cancel: 'cancelled',
    revoke: 'revoked',
  },
  awaiting: {
    print: 'same',
    void: 'to-make',
    'hand-over': 'collected',
    replace: 'replaced',
    'undo-issue': 'cancelled',
    cancel: 'cancelled',
    revoke: 'revoked',
  },
  collected: {
    'report-lost': 'lost',
    suspend: 'suspended',
    replace: 'replaced',
    'undo-issue': 'cancelled',
    cancel: 'cancelled',
    revoke: 'revoked',
  },
  lost: { restore: 'before', replace: 'replaced', cancel: 'cancelled', revoke: 'revoked' },
  suspended: { resume: 'before', 'report-lost': 'lost', cancel: 'cancelled', revoke: 'revoked' },
  replaced: { 'take-back': 'returned' },
  cancelled: { 'take-back': 'returned' },
  revoked: { 'take-back': 'returned' },
  lapsed: { replace: 'replaced', 'take-back': 'returned', revoke: 'revoked' },
  returned: { destroy: 'destroyed' },
  destroyed: {},
};

/** Acts that can't be undone: they ask for a reason and a second person. */
export const secondPersonAct = cardAct.extract(['void', 'cancel', 'undo-issue', 'revoke', 'destroy']);
export type SecondPersonAct = z.infer<typeof secondPersonAct>;
export const secondPersonActs: readonly CardAct[] = secondPersonAct.options;
/** Acts whose reason is kept. */
export const reasonedActs: readonly CardAct[] = [...secondPersonActs, 'report-lost', 'suspend', 'replace'];

/** A card in one of these, and within its dates, is the person's one live card. */
const liveStates: readonly CardState[] = ['to-make', 'made', 'awaiting', 'collected', 'lost', 'suspended'];

/** In one of these a card in somebody's hand counts for nothing, whatever its dates say. */
export const withdrawnState = cardState.extract([
  'lost',
  'suspended',
  'replaced',
  'cancelled',
  'revoked',
  'returned',
  'destroyed',
]);
export type WithdrawnState = z.infer<typeof withdrawnState>;

export interface CardStanding {
  readonly state: CardState;
  readonly validTo: PlainDate;
}

/** The state on a day: a live card is lapsed (失效) from the day after its last. */
export function cardStateOn({ state, validTo }: CardStanding, today: PlainDate): CardState {
  return liveStates.includes(state) && validTo < today ? 'lapsed' : state;
}

/** Whether this is a live card on that day. A lost or suspended one is: another is given only in its place. */
export function isLiveCard(card: CardStanding, today: PlainDate): boolean {
  return liveStates.includes(cardStateOn(card, today));
}

/** What can be done only with a card that was made here, and never with one of an older ledger. */
const ownCardActs: readonly CardAct[] = ['print', 'void', 'undo-issue'];

/** What decides beside the state which acts there are. */
export interface CardHistory extends CardStanding {
  readonly number: string;
  readonly issuedOn: PlainDate;
  /** The day both sides had come out; absent where there is no plastic. */
  readonly madeOn?: PlainDate | undefined;
  /** Whether a side of it was printed and not voided. */
  readonly printed: boolean;
}

/**
 * What may be done with a card today. Undoing an issue is for the day of the issue alone; what was never made can't be taken back, and
 * what was never printed isn't spoilt.
 */
export function cardActsOn(card: CardHistory, today: PlainDate): CardAct[] {
  const acts = Object.keys(cardLife[cardStateOn(card, today)]) as CardAct[];
  return acts.filter((act) => {
    if (isOldNumber(card.number) && ownCardActs.includes(act)) return false;
    if (act === 'undo-issue') return card.issuedOn === today;
    if (act === 'take-back') return card.madeOn !== undefined;
    return act !== 'void' || card.printed;
  });
}

/** 逾期未领: made, or called in, longer ago than the office keeps a card waiting. Like 失效 it is never written down. */
export function isUncollected(
  card: CardStanding & { readonly since?: PlainDate | undefined },
  today: PlainDate,
  withinDays: number,
): boolean {
  const state = cardStateOn(card, today);
  return (state === 'made' || state === 'awaiting') && card.since !== undefined && addDays(card.since, withinDays) < today;
}
