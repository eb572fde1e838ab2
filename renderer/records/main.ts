import { RPCHandler } from '@orpc/server/message-port';
import { config } from 'zod';
import { recordsPort } from './records-port.ts';
import { recordsService } from './records-service.ts';

// The hidden page: ciphertext rows behind one port, and nothing else. No key, no kind and no plaintext ever gets here.
// zod would try whether it may compile; the page's policy says no, and a report of it is only noise.
config({ jitless: true });
const handler = new RPCHandler(recordsService({ factory: indexedDB, keyRange: IDBKeyRange }));
handler.upgrade(await recordsPort());
