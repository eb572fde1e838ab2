import { type SupplementSubject, supplementField } from '../../../../shared/domain/matter/supplement.ts';
import { type Material, type Route, routeField } from '../../../../shared/domain/policy/pack.ts';
import type { Matter } from './stage.ts';

export interface ToSupplement {
  key: string;
  subject: SupplementSubject;
  material?: Material;
}

const routeOwn: Record<Route, readonly string[]> = {
  government: [],
  expert: ['recommender', 'recommenderInstitution'],
  'own-review': ['reviewEntry', 'reviewedOn'],
  quota: ['quotaHolder', 'quotaPeriod'],
};

/** Everything of an application that can be asked for: its materials, then fields; those of other routes are left out. */
export function subjectsOf({ asked, route }: Pick<Matter, 'asked' | 'route'>): ToSupplement[] {
  const isOthers = (code: string) => routeField.safeParse(code).success && !(route && routeOwn[route].includes(code));
  return [
    ...asked.map((material) => ({
      key: `material/${material.code}`,
      subject: { what: 'material', code: material.code } as const,
      material,
    })),
    ...supplementField.options
      .filter((code) => !isOthers(code))
      .map((code) => ({ key: `field/${code}`, subject: { what: 'field', code } as const })),
  ];
}
