import { execFileSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Place } from './running-desk.ts';

/** A film in which a paper that was printed at that place, by how its name begins, is held still before the camera. */
export function filmOf({ papers, dir }: Pick<Place, 'papers' | 'dir'>, begins: string): string {
  const paper = readdirSync(papers).find((name) => name.startsWith(begins)) ?? '';
  const still = join(dir, 'still');
  // 1280 × 720, as most cameras give: the card lies in the picture's corner on white.
  const size = ['-scale-to-x', '900', '-scale-to-y', '568', '-singlefile'];
  execFileSync('pdftoppm', ['-jpeg', ...size, join(papers, paper), still]);
  const film = join(dir, 'card.mjpeg');
  const frame = readFileSync(`${still}.jpg`);
  writeFileSync(film, Buffer.concat(Array.from({ length: 10 }, () => frame)));
  // The browser may run as somebody without an account.
  chmodSync(film, 0o644);
  return film;
}
