/**
 * Writes a golden backup: `node tests/integration/backup-golden.ts DIR`. Random: it is written once, and then read for ever.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { CardNumber } from '../../shared/domain/ids.ts';
import { liveCounter, liveSignOff } from './backup-kit.ts';
import { administrator, signInLive } from './live-kit.ts';
import { newComputer, print } from './program-kit.ts';
import { directTier, somebody, takeIn } from './program-people.ts';
import { scan } from './program-scan.ts';

/** What a golden backup holds, and how to get at it. */
export interface GoldenBackup {
  readonly recoveryKey: string;
  readonly entries: number;
  readonly personId: string;
  readonly name: string;
  readonly cardNumber: string;
  readonly draft: { readonly id: string; readonly title: string };
  readonly files: number;
}

async function writeGoldenBackup(target: string): Promise<void> {
  const computer = newComputer();
  const { running, recoveryKey } = await liveCounter(computer);
  try {
    const { desk } = running;
    const { personId, matterId } = await takeIn(desk, somebody(1, '欧阳春晓'), directTier);
    await desk.recognitions.grantDirectly({ matterId, ticket: await liveSignOff(desk, matterId) });
    const cardNumber = (await desk.cards.issue({ personId })).cardNumber as CardNumber;
    await print(desk, { kind: 'card-front', cardNumber });
    const draft = { id: '0198c0de-0000-7000-8000-000000000009', title: '半份' };
    await desk.drafts.save({ ...draft, id: draft.id as never, fields: { scan: await scan(desk) } });
    await signInLive(desk, administrator);
    mkdirSync(target, { recursive: true });
    await desk.backup.choose({ path: resolve(target) });
    const { headSeq: entries, files } = await desk.backup.make();
    const golden: GoldenBackup = { recoveryKey, entries, personId, name: '欧阳春晓', cardNumber, draft, files };
    writeFileSync(join(target, 'expected.json'), `${JSON.stringify(golden, null, 2)}\n`);
  } finally {
    await running.close();
    computer.remove();
  }
}

const [target] = process.argv.slice(2);
if (import.meta.main && target) await writeGoldenBackup(target);
