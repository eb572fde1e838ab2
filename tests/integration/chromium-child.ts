import { writeSync } from 'node:fs';
import { join } from 'node:path';
import { startChromiumHost } from '../../electron/host/chromium/chromium-host.ts';

/** A program with both pages open that ends when it is told to quit. */
const root = process.argv[2] as string;
const host = await startChromiumHost({
  userData: join(root, 'data'),
  papers: join(root, 'papers'),
  resources: join(root, 'resources'),
  renderer: join(root, 'renderer'),
  headless: true,
  log: () => undefined,
});
host.onQuit(async () => {
  writeSync(1, 'quit\n');
  await host.close();
  process.exit(0);
});
await host.openDesk({ title: 'test', onPort: () => undefined });
await host.openRecordsPage();
writeSync(1, 'open\n');
