import { findNodeAtLocation, getNodeValue, type Node, type ParseError, parseTree, printParseErrorCode } from 'jsonc-parser';
import type { z } from 'zod';
import { type PolicyPack, policyPack } from '../../shared/domain/policy/pack.ts';

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
  const parsed = policyPack.safeParse(getNodeValue(tree));
  const faults = parsed.success ? doubled(parsed.data) : parsed.error.issues.map(faultOf);
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
  const twice = (list: readonly { code: string }[], path: Path) => {
    for (const [at, { code }] of list.entries())
      if (list.findIndex((other) => other.code === code) < at) faults.push({ path: [...path, at, 'code'], code: 'code-twice' });
  };
  twice(pack.teams, ['teams']);
  for (const [at, team] of pack.teams.entries()) twice(team.tiers, ['teams', at, 'tiers']);
  twice(pack.routes, ['routes']);
  twice(pack.sites, ['sites']);
  if (pack.effectiveTo && pack.effectiveTo < pack.effectiveFrom)
    faults.push({ path: ['effectiveTo'], code: 'ends-before-start' });
  return faults;
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
