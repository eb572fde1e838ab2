import type { Sha256Hex } from '../ids.ts';
import type { Recognition } from '../matter/recognition.ts';
import type { Person } from '../talent/person.ts';

/**
 * Materials that bear somebody's whole number by their nature: the document itself, proof of guardianship, a letter of authority with the
 * agent's number, a form filled in by hand. To look at one is to uncover a number.
 */
export const numberedMaterials: readonly string[] = ['id-document', 'guardianship', 'authorisation', 'paper-form'];

export interface ScanOfPerson {
  readonly sha256: Sha256Hex;
  /** Whether it shows a whole number. */
  readonly numbered: boolean;
}

/** Every scan that a person's record and matters name, once; one that stands in two places is the stricter of the two. */
export function scansOfPerson(
  { evidence = [], photo, numberAccepted, intake }: Person,
  recognitions: readonly Recognition[],
): ScanOfPerson[] {
  const materials = [...evidence, ...recognitions.flatMap((recognition) => recognition.materials ?? [])];
  const approvals = recognitions.flatMap(({ grant }) =>
    grant?.by.way === 'approval' ? [grant.by.approval.document.sha256] : [],
  );
  const plain = [photo?.sha256, intake?.notice.receipt, ...approvals];
  const all = new Map<Sha256Hex, boolean>();
  const add = (sha256: Sha256Hex | undefined, numbered: boolean) => {
    if (sha256) all.set(sha256, numbered || all.get(sha256) === true);
  };
  for (const { kind, file } of materials) add(file?.sha256, numberedMaterials.includes(kind));
  for (const sha256 of plain) add(sha256, false);
  add(numberAccepted?.image, true);
  return [...all].map(([sha256, numbered]) => ({ sha256, numbered }));
}
