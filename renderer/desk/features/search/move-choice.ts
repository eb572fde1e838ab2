/** The hit that an arrow key goes to; from the last one it goes on at the first, and back. */
export function moveChoice(chosen: number, step: 1 | -1, count: number): number {
  return count === 0 ? 0 : (chosen + step + count) % count;
}
