/**
 * Prints what guessing a PIN costs on a stolen disk: `node tests/bench/pin-guess-figures.ts [guesses]`. With the second factor in hand a
 * guess is one stretching at full cost; without it a PIN is nothing to look for, and the second factor itself has to be guessed.
 */
import { availableParallelism } from 'node:os';
import { stretch } from '../../electron/vault/suite.ts';

const fullCost = { N: 2 ** 17, r: 8, p: 1 };
const guesses = Number(process.argv[2] ?? 20);
const salt = new Uint8Array(32).fill(7);

/** The fastest counts, so that a busy machine doesn't. */
async function secondsPerGuess(atOnce: number): Promise<number> {
  let best = Number.POSITIVE_INFINITY;
  let next = 0;
  const guess = async () => {
    while (next < guesses) {
      const began = performance.now();
      await stretch(String(next++).padStart(6, '0'), salt, fullCost);
      best = Math.min(best, (performance.now() - began) / 1000);
    }
  };
  await Promise.all(Array.from({ length: atOnce }, guess));
  return best / atOnce;
}

await stretch('warm', salt, fullCost);
const one = await secondsPerGuess(1);
const cores = availableParallelism();
const all = await secondsPerGuess(cores);
const hours = (count: number, seconds: number) => (count * seconds) / 3600;
const round = (value: number) => value.toPrecision(3);
console.log(`one guess: ${round(one * 1000)} ms and 128 MiB on one core; ${round(all * 1000)} ms each on ${cores} cores at once`);
for (const digits of [6, 8, 10])
  console.log(
    `second factor known, ${digits} digits: ${round(hours(10 ** digits, one))} core-hours for all, ${round(hours(10 ** digits, one) / 2)} on average; ${round(hours(10 ** digits, all))} h on this machine`,
  );
const years = (bits: number) => ((2 ** bits * one) / 3600 / 8766).toExponential(1);
console.log(`passphrase of six words (96 bits), without a keyring: ${years(95)} core-years on average`);
console.log('second factor held by a keyring: 256 bits to guess, whatever the PIN');
