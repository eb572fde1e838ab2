import { useMemo } from 'react';
import { commonEvidenceKinds } from '../../../../shared/domain/evidence/evidence-item.ts';
import type { PolicyPack } from '../../../../shared/domain/policy/pack.ts';
import { usePolicy } from '../../app/use-policy.ts';
import type { Choice } from './code-tables.ts';

/** Materials that the pack's tiers name by a code of their own, beside those that any counter takes. */
export function usePackMaterials(): readonly Choice[] {
  const { pack } = usePolicy();
  return useMemo(() => (pack ? materialsOf(pack) : []), [pack]);
}

function materialsOf(pack: PolicyPack): Choice[] {
  const named = pack.teams.flatMap(({ tiers }) => tiers.flatMap(({ evidence }) => evidence));
  const coded = named.flatMap((text) => ('code' in text ? [{ ...text, code: String(text.code) }] : []));
  const byCode = new Map(coded.map((choice) => [choice.code, choice]));
  return [...byCode.values()].filter(({ code }) => !(commonEvidenceKinds as readonly string[]).includes(code));
}
