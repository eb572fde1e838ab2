import { type ASTNode, Environment, type ParseResult } from '@marcbachmann/cel-js';
import type { EvidenceItem } from '../evidence/evidence-item.ts';
import type { PlainDate } from '../plain-date.ts';
import {
  type ConditionVariable,
  conditionConstants,
  conditionVariables,
  type JudgedPerson,
  type KnownFacts,
  knownFacts,
} from './judged-facts.ts';
import type { Condition, PolicyPack } from './pack.ts';

export type ConditionState = 'met' | 'missing' | 'unknown';

export interface JudgedCondition {
  readonly code: string;
  readonly state: ConditionState;
  /** With `unknown`: what the record would have to say. */
  readonly needs: readonly ConditionVariable[];
}

export interface JudgedTier {
  readonly team: string;
  readonly tier: string;
  readonly conditions: readonly JudgedCondition[];
  readonly counts: Readonly<Record<ConditionState, number>>;
}

/** Why an expression is none that a pack may have. */
export type ExpressionFault = 'condition-syntax' | 'condition-type' | 'condition-not-bool' | 'condition-not-allowed';

/** Enough for any condition, and little enough that none takes noticeable time. */
const limits = { maxAstNodes: 120, maxDepth: 24, maxListElements: 40, maxMapEntries: 1, maxCallArguments: 2 };

/**
 * What a condition is made of. Calls, macros and member access are left out: a regular expression or nested `exists` can take hours, and
 * what is left takes one step per node.
 */
const allowed = new Set(['value', 'id', 'list', '==', '!=', '<', '<=', '>', '>=', 'in', '&&', '||', '!_', '-_']);

const environment = new Environment({ limits });
for (const [name, type] of Object.entries(conditionVariables)) environment.registerVariable(name, type);
for (const [name, value] of Object.entries(conditionConstants)) environment.registerConstant(name, 'int', BigInt(value));

/** Why a pack may not have that expression, or undefined: it must parse, be of the allowed parts, fit its types, and say yes or no. */
export function expressionFault(expression: string): ExpressionFault | undefined {
  let parsed: ParseResult;
  try {
    parsed = environment.parse(expression);
  } catch {
    return 'condition-syntax';
  }
  if (!nodesOf(parsed.ast).every(({ op }) => allowed.has(op))) return 'condition-not-allowed';
  const checked = parsed.check();
  if (!checked.valid) return 'condition-type';
  return checked.type === 'bool' ? undefined : 'condition-not-bool';
}

/**
 * An expression over what is known, in Kleene's three values: CEL's `&&` and `||` let an unknown side go where the other decides, and a
 * value that is absent is an error everywhere else. The expression must have no `expressionFault`; one that has is unknown for ever.
 */
export function judgeExpression(expression: string, known: KnownFacts): { state: ConditionState; needs: ConditionVariable[] } {
  const compiled = compile(expression);
  if (!compiled) return { state: 'unknown', needs: [] };
  const state = outcome(compiled.parsed, known);
  return { state, needs: state === 'unknown' ? compiled.variables.filter((name) => known[name] === undefined) : [] };
}

/**
 * Each tier of the pack for that person on that day: every condition met, missing or unknown, and how many of each. Nothing follows from
 * it by itself: people decide. `materials`: those handed in, undefined before anybody has asked for them.
 */
export function judgeTiers(
  pack: Pick<PolicyPack, 'teams'>,
  person: JudgedPerson,
  { materials, today }: { materials: readonly Pick<EvidenceItem, 'kind'>[] | undefined; today: PlainDate },
): JudgedTier[] {
  const known = knownFacts(person, materials, today);
  return pack.teams.flatMap((team) =>
    team.tiers.map((tier) => ({ team: team.code, tier: tier.code, ...judgeConditions(tier.conditions, known) })),
  );
}

/** The conditions of one tier over what is known, and how many are met, missing and unknown. */
export function judgeConditions(conditions: readonly Condition[], known: KnownFacts): Pick<JudgedTier, 'conditions' | 'counts'> {
  const counts = { met: 0, missing: 0, unknown: 0 };
  const judged = conditions.map(({ code, expression }) => {
    const { state, needs } = judgeExpression(expression, known);
    counts[state] += 1;
    return { code, state, needs };
  });
  return { conditions: judged, counts };
}

interface Compiled {
  readonly parsed: ParseResult;
  readonly variables: readonly ConditionVariable[];
}

/** Expressions of a handful of packs: parsed once, since a page asks again with each material that is ticked. */
const compiled = new Map<string, Compiled | undefined>();

function compile(expression: string): Compiled | undefined {
  if (!compiled.has(expression)) {
    if (compiled.size >= 1_000) compiled.clear();
    compiled.set(expression, expressionFault(expression) ? undefined : withVariables(environment.parse(expression)));
  }
  return compiled.get(expression);
}

function withVariables(parsed: ParseResult): Compiled {
  const names = nodesOf(parsed.ast).flatMap((node) => (node.op === 'id' && node.args in conditionVariables ? [node.args] : []));
  return { parsed, variables: [...new Set(names)] as ConditionVariable[] };
}

function outcome(parsed: ParseResult, known: KnownFacts): ConditionState {
  try {
    return parsed(known) === true ? 'met' : 'missing';
  } catch {
    return 'unknown';
  }
}

/** Every node of an expression; of one with other parts than the allowed ones, as many as it takes to see that. */
function nodesOf(root: ASTNode): ASTNode[] {
  const found: ASTNode[] = [root];
  for (let at = 0; at < found.length; at += 1) {
    const args: unknown = found[at]?.args;
    for (const part of Array.isArray(args) ? args : [args]) if (isNode(part)) found.push(part);
  }
  return found;
}

function isNode(part: unknown): part is ASTNode {
  return typeof part === 'object' && part !== null && 'op' in part && 'range' in part;
}
