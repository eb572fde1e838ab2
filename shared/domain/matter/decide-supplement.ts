import type { EntryFacts } from '../entry.ts';
import type { StaffId } from '../ids.ts';
import type { PlainDate } from '../plain-date.ts';
import type { PolicyPack } from '../policy/pack.ts';
import { findTier, materialsAsked } from '../policy/pack.ts';
import { refuse } from '../refusal.ts';
import type { Aspects, HandedMaterial, RouteFacts } from './application-facts.ts';
import { keptMaterial, mustAllow } from './decide-recognition.ts';
import type { Recognition } from './recognition.ts';
import {
  isSameSubject,
  openSupplement,
  outstandingItems,
  type SupplementItem,
  type SupplementSubject,
  supplementDue,
} from './supplement.ts';

export interface SupplementContext {
  recognition: Recognition;
  /** The pack the case began under. */
  pack: PolicyPack;
  today: PlainDate;
  staffId: StaffId;
}

export interface AskSupplement {
  items: SupplementItem[];
  workingDays: number;
  again?: string | undefined;
}

/**
 * Asks for everything that is amiss, at once. Refuses `not-in-this-state`, and `field-refused`: something asked for twice, a material
 * that neither the pack nor the case knows, `other` without words, or a second notice without its reason.
 */
export function askSupplement(
  { items, workingDays, again }: AskSupplement,
  { recognition, pack, today, staffId }: SupplementContext,
): EntryFacts<'recognition.supplement-asked'> {
  mustAllow(recognition, 'ask-supplement');
  const known = new Set([
    ...askedOf(recognition, pack).map(({ code }) => code),
    ...(recognition.materials ?? []).map(({ kind }) => kind),
  ]);
  const faults = items.flatMap((item, at) => {
    if (items.findIndex((one) => isSameSubject(one, item)) < at) return [{ path: `items.${at}.code`, code: 'not-accepted' }];
    if (item.what === 'material' && !known.has(item.code)) return [{ path: `items.${at}.code`, code: 'not-accepted' }];
    return item.reason === 'other' && !item.words ? [{ path: `items.${at}.words`, code: 'required' }] : [];
  });
  if ((recognition.supplements?.length ?? 0) > 0 && !again) faults.push({ path: 'again', code: 'required' });
  if (faults.length > 0) refuse('field-refused', { fields: faults });
  const { day, weekendsOnly } = supplementDue(today, workingDays, pack);
  const asked = { items, askedOn: today, askedBy: staffId, workingDays, dueOn: day, weekendsOnly, brought: [] };
  return {
    matterId: recognition.id,
    personId: recognition.personId,
    supplement: { ...asked, ...(again && { again }) },
  };
}

export interface BringSupplement {
  items?: SupplementSubject[] | undefined;
  materials?: HandedMaterial[] | undefined;
  routeFacts?: RouteFacts | undefined;
  aspects?: Aspects | undefined;
  /** The rest isn't waited for: the application goes on as it is. */
  goOn?: boolean | undefined;
}

/**
 * What came in, in part or whole. Back to 收件 when nothing is out any more, or when the clerk goes on without the rest. Refuses
 * `not-in-this-state`, and `field-refused` for something that wasn't asked for or has come in already, a material beside them, or
 * where nothing came in.
 */
export function bringSupplement(
  { items = [], materials = [], routeFacts, aspects, goOn }: BringSupplement,
  { recognition, today, staffId }: SupplementContext,
): EntryFacts<'recognition.supplemented'> {
  mustAllow(recognition, 'bring-supplement');
  const open = openSupplement(recognition) ?? refuse('not-in-this-state', { status: recognition.status });
  const outstanding = outstandingItems(open);
  const faults = items.flatMap((item, at) =>
    outstanding.some((one) => isSameSubject(one, item)) ? [] : [{ path: `items.${at}.code`, code: 'not-accepted' }],
  );
  for (const [at, { kind }] of materials.entries())
    if (!items.some((item) => isSameSubject(item, { what: 'material', code: kind })))
      faults.push({ path: `materials.${at}.kind`, code: 'not-accepted' });
  if (items.length === 0 && !goOn) faults.push({ path: 'items', code: 'required' });
  if (faults.length > 0) refuse('field-refused', { fields: faults });
  const left = outstanding.filter((item) => !items.some((one) => isSameSubject(one, item)));
  return {
    matterId: recognition.id,
    personId: recognition.personId,
    brought: { on: today, by: staffId, items, ...(goOn && { goOn: true as const }) },
    ...(materials.length > 0 && { materials: materials.map((one) => keptMaterial(one, { staffId, today })) }),
    ...(routeFacts && { routeFacts }),
    ...(aspects && { aspects }),
    complete: left.length === 0 || goOn === true,
  };
}

/** The applicant takes the application back (撤回申请). Refuses `not-in-this-state`. */
export function withdrawRecognition(
  reason: string,
  { recognition, today, staffId }: SupplementContext,
): EntryFacts<'recognition.withdrawn'> {
  mustAllow(recognition, 'withdraw');
  return { matterId: recognition.id, personId: recognition.personId, withdrawn: { on: today, by: staffId, reason } };
}

/** The materials that a case's tier and route ask for, by the pack it began under. */
export function askedOf({ team, tier, route }: Pick<Recognition, 'team' | 'tier' | 'route'>, pack: PolicyPack) {
  const byTier = findTier(pack, team, tier)?.tier.evidence ?? [];
  const byRoute = pack.routes.find(({ code }) => code === route)?.evidence ?? [];
  return materialsAsked(byTier, byRoute);
}
