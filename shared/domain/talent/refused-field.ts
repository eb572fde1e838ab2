/** A field that is refused: its path in the contract (`qualifications.titles.0.code`) and why. */
export interface RefusedField {
  readonly path: string;
  readonly code: string;
}

/** A refused field where something doesn't hold, and nothing where it does. */
export function refusedUnless(holds: boolean, path: string, code: string): RefusedField[] {
  return holds ? [] : [{ path, code }];
}
