import type { PersonView } from '../../../../shared/contract/talent-calls.ts';
import type { MatterId } from '../../../../shared/domain/ids.ts';
import { findOpenRecognition, findRecognitionInForce } from '../../../../shared/domain/matter/standing.ts';
import type { PlainDate } from '../../../../shared/domain/plain-date.ts';

export type Matter = PersonView['recognitions'][number];
export type Stage = { is: 'choose' } | { is: 'decide'; matter: Matter } | { is: 'granted'; matter: Matter };

/**
 * Where a person's recognition stands, from what is recorded: after a lock or a restart the page is where it was. `decided` is the
 * matter that was decided on this page: an approval of long ago may have run out already, and is shown all the same.
 */
export function stageOf(recognitions: readonly Matter[], today: PlainDate, decided: MatterId | undefined): Stage {
  const open = findOpenRecognition(recognitions);
  if (open) return { is: 'decide', matter: open };
  const matter =
    recognitions.find((one) => one.id === decided && one.grant !== undefined) ?? findRecognitionInForce(recognitions, today);
  return matter ? { is: 'granted', matter } : { is: 'choose' };
}
