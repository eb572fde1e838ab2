import type { NumberBlock, NumberSeries } from '../../shared/domain/counter/counter.ts';
import { numberSeries } from '../../shared/domain/counter/counter.ts';
import { grantBlock, type TypedRange } from '../../shared/domain/counter/number-range.ts';
import { isFrozen } from '../../shared/domain/counter/restored-counter.ts';
import type { PlainDate } from '../../shared/domain/plain-date.ts';
import { deskCalls } from './desk-door.ts';
import type { DeskLedger, DeskRoom } from './open-counter.ts';
import { trustedToday } from './trusted-today.ts';

/** The counter's numbers: until a central API leases them, the administrator enters what the office assigned. */
export function numberCalls(room: DeskRoom) {
  const calls = deskCalls.numbers;
  return {
    blocks: calls.blocks.handler(() => listBlocks(room)),
    grant: calls.grant.handler(async ({ input: { series, year, ...range } }) => {
      await grant(room, { series, year, range });
      return {};
    }),
  };
}

const yearOf = (today: PlainDate) => Number(today.slice(0, 4));

function listBlocks(room: DeskRoom): (NumberBlock & { left: number; frozen?: true })[] {
  const thisYear = yearOf(room.clock.today());
  const order = (block: NumberBlock) => numberSeries.options.indexOf(block.series);
  return room
    .counter()
    .ledger.blocks()
    .filter(({ year }) => year === thisYear || year === thisYear + 1)
    .sort((a, b) => order(a) - order(b) || a.year - b.year || a.start - b.start)
    .map(({ used, ...block }) => ({ ...block, left: isFrozen(block) ? 0 : block.end - block.start + 1 - used }));
}

async function grant(room: DeskRoom, asked: { series: NumberSeries; year: number; range: TypedRange }): Promise<void> {
  const { ledger, decisions } = room.counter();
  const thisYear = yearOf(trustedToday(room));
  await decisions.record(room.staff().id, ['counter'], async () => {
    const block = { id: room.newId(), ...asked, trial: ledger.counter().trial };
    return {
      kind: 'number-block.granted',
      command: { way: 'administrator' },
      facts: { block: grantBlock(block, { thisYear, known: ledger.blocks() }) },
    };
  });
}

/** In December, the series that have no numbers of the next year yet: on its first morning nothing could be issued. */
export function nextYearMissing(ledger: Pick<DeskLedger, 'blocks'>, today: PlainDate): NumberSeries[] {
  if (today.slice(5, 7) !== '12') return [];
  const next = yearOf(today) + 1;
  const there = new Set(ledger.blocks().flatMap((block) => (block.year === next && !isFrozen(block) ? [block.series] : [])));
  return numberSeries.options.filter((series) => !there.has(series));
}
