import { checkFormerName, checkLatinName, checkPersonName, checkScriptName } from '../../standards/person-name.ts';
import type { PlainDate } from '../plain-date.ts';
import type { PersonFacts } from './person.ts';
import { type RefusedField, refusedUnless } from './refused-field.ts';

/** Names in every writing, and the birth date. Source of the names' checks: standards/person-name.ts. */
export function checkIdentity({ identity }: PersonFacts, today: PlainDate): RefusedField[] {
  const { name, formerName, latinName, scriptName, birthDate } = identity;
  return [
    ...codeOf('identity.name', checkPersonName(name)),
    ...(formerName === undefined ? [] : codeOf('identity.formerName', checkFormerName(formerName, name))),
    ...(latinName === undefined ? [] : codeOf('identity.latinName', checkLatinName(latinName))),
    ...(scriptName === undefined ? [] : checkScript(scriptName)),
    ...refusedUnless(birthDate <= today, 'identity.birthDate', 'in-the-future'),
  ];
}

function checkScript({ script, name }: NonNullable<PersonFacts['identity']['scriptName']>): RefusedField[] {
  const check = checkScriptName(name);
  if (!check.ok) return codeOf('identity.scriptName.name', check);
  return refusedUnless(check.script === script, 'identity.scriptName.script', 'not-accepted');
}

function codeOf(path: string, check: { ok: true } | { ok: false; code: string }): RefusedField[] {
  return check.ok ? [] : [{ path, code: check.code }];
}
