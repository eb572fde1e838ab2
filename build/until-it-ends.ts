import { startAgainCode } from '../electron/host/start-host.ts';

/** Runs the program, and again each time it ends with the wish to be started anew; gives the code it ended with for good. */
export async function untilItEnds(program: () => Promise<number>): Promise<number> {
  for (;;) {
    const code = await program();
    if (code !== startAgainCode) return code;
  }
}
