import type { EntryFacts } from '../entry.ts';
import type { CertificateNumber, MatterId, MatterNumber, PersonId, StaffId } from '../ids.ts';
import { addYears, type PlainDate } from '../plain-date.ts';
import { judgeConditions } from '../policy/conditions.ts';
import { type JudgedPerson, knownFacts } from '../policy/judged-facts.ts';
import { findTier, type PolicyPack, type Route } from '../policy/pack.ts';
import { refuse } from '../refusal.ts';
import {
  type Aspects,
  aspect,
  type CaseMaterial,
  type HandedMaterial,
  isHandedIn,
  type RouteFacts,
} from './application-facts.ts';
import { type EnteredApproval, type Recognition, type RecognitionAction, recognitionActions } from './recognition.ts';
import { findOpenRecognition, findRecognitionInForce } from './standing.ts';

export interface ReceiveRecognition {
  personId: PersonId;
  team: string;
  tier: string;
  route: Route;
  routeFacts?: RouteFacts | undefined;
  aspects?: Aspects | undefined;
  materials?: HandedMaterial[] | undefined;
}

export interface ReceiveContext {
  pack: PolicyPack;
  /** The record that the tier's conditions are read from. */
  person: JudgedPerson;
  /** What this person already has, of any status. */
  recognitions: readonly Pick<Recognition, 'id' | 'status' | 'grant' | 'team'>[];
  newMatterId: MatterId;
  number: MatterNumber;
  blockId: string;
  today: PlainDate;
  staffId: StaffId;
}

/**
 * 收件: takes in an application, whole or not: what is missing is supplemented later. Refuses `tier-not-in-pack`, `recognition-open`,
 * `recognition-in-force`, and `field-refused` where the pack says that the route can't do without a field.
 */
export function receiveRecognition(command: ReceiveRecognition, context: ReceiveContext): EntryFacts<'recognition.received'> {
  const found = findTier(context.pack, command.team, command.tier) ?? refuse('tier-not-in-pack', {});
  const open = findOpenRecognition(context.recognitions);
  if (open) refuse('recognition-open', { matterId: open.id });
  const inForce = findRecognitionInForce(context.recognitions, context.today);
  if (inForce) refuse('recognition-in-force', { matterId: inForce.id });
  const { personId, team, tier, route, routeFacts, aspects } = command;
  mustHaveAsked(command, context.pack);
  mustBeOnce(command.materials ?? []);
  const materials = (command.materials ?? []).map((one) => keptMaterial(one, context));
  const conditions = judgeConditions(
    found.tier.conditions,
    knownFacts(context.person, materials.filter(isHandedIn), context.today),
  );
  const recognition: Recognition = {
    id: context.newMatterId,
    version: 1,
    number: context.number,
    kind: 'recognition',
    personId,
    team,
    tier,
    route,
    ...(routeFacts && { routeFacts }),
    ...(aspects && { aspects }),
    ...(command.materials && { materials }),
    ...(conditions.conditions.length > 0 && { conditions: conditions.conditions.map(({ code, state }) => ({ code, state })) }),
    pack: `${context.pack.id}@${context.pack.version}`,
    status: 'received',
    receivedOn: context.today,
    receivedBy: context.staffId,
  };
  return { recognition, blockId: context.blockId };
}

/** A material as the case keeps it: the clerk who says that the original was seen is 原件核对人, and today the day. */
export function keptMaterial(
  { originalSeen, ...material }: HandedMaterial,
  { staffId, today }: { staffId: StaffId; today: PlainDate },
): CaseMaterial {
  return { ...material, ...(originalSeen && { originalSeen: { by: staffId, on: today } }) };
}

function mustHaveAsked({ route, routeFacts, aspects: written }: ReceiveRecognition, pack: PolicyPack): void {
  const asked = pack.routes.find(({ code }) => code === route) ?? refuse('tier-not-in-pack', {});
  const lacking = [
    ...asked.asks.flatMap(({ field, required }) => (required && !routeFacts?.[field] ? [`routeFacts.${field}`] : [])),
    ...(asked.aspects === 'required' ? aspect.options.flatMap((one) => (written?.[one] ? [] : [`aspects.${one}`])) : []),
  ];
  if (lacking.length > 0) refuse('field-refused', { fields: lacking.map((path) => ({ path, code: 'required' })) });
}

function mustBeOnce(materials: readonly HandedMaterial[]): void {
  const twice = materials.flatMap(({ kind }, at) =>
    materials.findIndex((one) => one.kind === kind) < at ? [{ path: `materials.${at}.kind`, code: 'not-accepted' }] : [],
  );
  if (twice.length > 0) refuse('field-refused', { fields: twice });
}

export interface GrantContext {
  recognition: Recognition;
  /** The pack the case began under. */
  pack: PolicyPack;
  certificateNumber: CertificateNumber;
  blockId: string;
  today: PlainDate;
}

/**
 * 直接认定: a tier that the pack marks direct (示例), granted at the counter by a second person. Refuses `not-in-this-state`,
 * `tier-not-direct`, `sign-off-needed` without a second person, and `second-person-needed` when the one who signed off is the one who
 * received it.
 */
export function grantDirectly(
  context: GrantContext,
  signedOffBy: StaffId | undefined,
  decidedBy: StaffId,
): EntryFacts<'recognition.granted'> {
  mustAllow(context.recognition, 'grant-directly');
  if (!tierOf(context).direct) refuse('tier-not-direct', {});
  if (!signedOffBy) refuse('sign-off-needed', {});
  if (signedOffBy === decidedBy || signedOffBy === context.recognition.receivedBy) refuse('second-person-needed', {});
  return granted(context, { way: 'direct', signedOffBy }, context.today);
}

/** Enters an approving body's approval. Refuses `not-in-this-state` and `field-refused` (a date in the future, or a recognition that is over). */
export function enterApproval(context: GrantContext, approval: EnteredApproval): EntryFacts<'recognition.granted'> {
  mustAllow(context.recognition, 'enter-approval');
  if (approval.approvedOn > context.today)
    refuse('field-refused', { fields: [{ path: 'approval.approvedOn', code: 'in-the-future' }] });
  const facts = granted(context, { way: 'approval', approval }, approval.approvedOn);
  // A certificate speaks of a recognition in force; a year that was mistyped would make one that never was.
  if (facts.grant.validTo < context.today)
    refuse('field-refused', { fields: [{ path: 'approval.approvedOn', code: 'recognition-over' }] });
  return facts;
}

function granted(
  context: GrantContext,
  by: EntryFacts<'recognition.granted'>['grant']['by'],
  from: PlainDate,
): EntryFacts<'recognition.granted'> {
  const { recognition, certificateNumber, blockId, today } = context;
  const validTo = addYears(from, tierOf(context).validityYears);
  return {
    matterId: recognition.id,
    personId: recognition.personId,
    grant: { by, grantedOn: today, validTo, certificateNumber },
    blockId,
  };
}

function tierOf({ recognition, pack }: GrantContext) {
  return findTier(pack, recognition.team, recognition.tier)?.tier ?? refuse('tier-not-in-pack', {});
}

/** Refuses `not-in-this-state` where the table of recognition.ts has no such act in that state. */
export function mustAllow(recognition: Recognition, action: RecognitionAction): void {
  if (!recognitionActions[recognition.status].includes(action)) refuse('not-in-this-state', { status: recognition.status });
}
