import { type ReactNode, useEffect, useState } from 'react';
import type { Ledger } from './use-ledger.ts';

export interface MappingProps {
  ledger: Ledger;
  disabled: boolean;
  /** Whether it stands open; it closes when rows are taken over, so that their answers have the room. */
  open: boolean;
}

/** One step of understanding a ledger, that can be folded away. */
export function LedgerStep({ title, open, children }: { title: string; open: boolean; children: ReactNode }) {
  const [unfolded, setUnfolded] = useState(open);
  useEffect(() => setUnfolded(open), [open]);
  return (
    <details className="ledger-block" open={unfolded} onToggle={(event) => setUnfolded(event.currentTarget.open)}>
      <summary>
        <h2>{title}</h2>
      </summary>
      {/* What is folded away isn't there: nothing in it is moved, read or reached. */}
      {unfolded && <div className="ledger-step">{children}</div>}
    </details>
  );
}
