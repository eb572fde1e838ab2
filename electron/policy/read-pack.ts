import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { z } from 'zod';
import { expressionFault } from '../../shared/domain/policy/conditions.ts';
import { type PolicyPack, type PolicyTier, policyPack } from '../../shared/domain/policy/pack.ts';
import { upcastPack } from '../../shared/domain/policy/upcast-pack.ts';

export interface PackFault {
  /** From 1. */
  readonly line: number;
  /** `teams.2.tiers.0.validityYears`; empty for the file as a whole. */
  readonly path: string;
  readonly code: string;
}

export type PackReading = { ok: true; pack: PolicyPack } | { ok: false; faults: PackFault[] };

const maxFaults = 50;

/** Reads a policy pack from its file's text. One that doesn't fit its schema is refused whole, each fault with its line. */
export function readPack(text: string): PackReading {
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true, allowTrailingComma: false, allowEmptyContent: false });
  const lineAt = lineFinder(text);
  if (errors.length > 0 || !tree) {
    const faults = errors.map(({ error, offset }) => ({ line: lineAt(offset), path: '', code: printParseErrorCode(error) }));
    return { ok: false, faults: faults.length > 0 ? faults.slice(0, maxFaults) : [{ line: 1, path: '', code: 'empty' }] };
  }
  const parsed = policyPack.safeParse(upcastPack(getNodeValue(tree)));
  const faults = parsed.success ? [...doubled(parsed.data), ...asked(parsed.data)] : parsed.error.issues.map(faultOf);
  if (parsed.success && faults.length === 0) return { ok: true, pack: parsed.data };
  return {
    ok: false,
    faults: faults
      .slice(0, maxFaults)
      .map(({ path, code }) => ({ line: lineAt(offsetOf(tree, path)), path: path.join('.'), code })),
  };
}

type Path = (string | number)[];
interface Fault {
  path: Path;
  code: string;
}

function faultOf({ path, message, code, ...issue }: z.core.$ZodIssue): Fault {
  const at = path.map((part) => (typeof part === 'number' ? part : String(part)));
  if (code === 'unrecognized_keys' && 'keys' in issue) return { path: [...at, issue.keys[0] ?? ''], code: 'unknown-field' };
  if (code === 'custom' || code === 'invalid_format') return { path: at, code: message };
  return { path: at, code: code.replaceAll('_', '-') };
}

/** What no schema says: a code that stands twice would make a case's tier ambiguous, and a pack must not end before it begins. */
function doubled(pack: PolicyPack): Fault[] {
  const faults: Fault[] = [];
  const twice = (list: readonly { code: string }[], path: Path) => faults.push(...codesTwice(list, path));
  twice(pack.teams, ['teams']);
  for (const [at, team] of pack.teams.entries()) twice(team.tiers, ['teams', at, 'tiers']);
  twice(pack.routes, ['routes']);
  twice(pack.sites, ['sites']);
  if (pack.effectiveTo && pack.effectiveTo < pack.effectiveFrom)
    faults.push({ path: ['effectiveTo'], code: 'ends-before-start' });
  return faults;
}

const materialsAtMost = 20;

/** What tiers and routes ask: each code once, conditions that can be evaluated and name materials that are asked for, all on one receipt. */
function asked(pack: PolicyPack): Fault[] {
  const routes = pack.routes.flatMap(({ evidence }, at) => codesTwice(evidence, ['routes', at, 'evidence']));
  const byRoutes = pack.routes.flatMap(({ evidence }) => evidence.map(({ code }) => code));
  const most = Math.max(...pack.routes.map(({ evidence }) => evidence.length));
  const tiers = pack.teams.flatMap(({ tiers }, team) =>
    tiers.flatMap((tier, at) => {
      const path = ['teams', team, 'tiers', at];
      const tooMany = tier.evidence.length + most > materialsAtMost ? [{ path: [...path, 'evidence'], code: 'too-big' }] : [];
      return [...tooMany, ...tierFaults(tier, path, byRoutes)];
    }),
  );
  return [...routes, ...tiers];
}

function tierFaults({ evidence, conditions }: PolicyTier, path: Path, byRoutes: readonly string[]): Fault[] {
  const known = new Set([...evidence.map(({ code }) => code), ...byRoutes]);
  const faults = [...codesTwice(evidence, [...path, 'evidence']), ...codesTwice(conditions, [...path, 'conditions'])];
  for (const [at, { expression, evidence: proofs = [] }] of conditions.entries()) {
    const code = expressionFault(expression);
    if (code) faults.push({ path: [...path, 'conditions', at, 'expression'], code });
    for (const [proof, material] of proofs.entries())
      if (!known.has(material)) faults.push({ path: [...path, 'conditions', at, 'evidence', proof], code: 'material-not-asked' });
  }
  return faults;
}

function codesTwice(list: readonly { code: string }[], path: Path): Fault[] {
  return list.flatMap(({ code }, at) =>
    list.findIndex((other) => other.code === code) < at ? [{ path: [...path, at, 'code'], code: 'code-twice' }] : [],
  );
}

/** Where the faulty value stands, or, where it is missing, the nearest thing around it. */
function offsetOf(tree: Node, path: Path): number {
  for (let length = path.length; length > 0; length--) {
    const node = findNodeAtLocation(tree, path.slice(0, length));
    // The property's name and not its value: for a long object or list that is the line that a person looks for.
    if (node) return node.parent?.type === 'property' ? node.parent.offset : node.offset;
  }
  return tree.offset;
}

function lineFinder(text: string): (offset: number) => number {
  return (offset) => text.slice(0, offset).split('\n').length;
}
