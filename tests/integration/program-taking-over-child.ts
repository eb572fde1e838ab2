/**
 * A counter that takes a ledger of 300 rows over and kills itself the moment the given one is durable, before anybody is told.
 * `node program-taking-over-child.ts DIR ROWS`.
 */
import { csvFile, ledgerHeader, ledgerRow, openLedger, takeAll } from './old-ledger.ts';
import { computerIn, startSignedIn } from './program-kit.ts';

const [dir = '', rows = '1'] = process.argv.slice(2);
let durable = 0;
const { desk } = await startSignedIn(computerIn(dir), {
  onEntry: ({ kind }) => {
    if (kind === 'talent.taken-over' && ++durable === Number(rows)) process.kill(process.pid, 'SIGKILL');
  },
});
const ledger = csvFile([ledgerHeader, ...Array.from({ length: 300 }, (_, at) => ledgerRow(at + 1))]);
const { plan } = await openLedger(desk, ledger);
await takeAll(desk, plan);
