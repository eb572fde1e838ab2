import type { SearchHit } from '../../../../shared/contract/talent-calls.ts';

/** The field that matched, with the matching part marked. */
export function Marked({ reason }: { reason: SearchHit['reason'] }) {
  const { shown, from, to } = reason;
  return (
    <>
      {shown.slice(0, from)}
      <mark>{shown.slice(from, to)}</mark>
      {shown.slice(to)}
    </>
  );
}
