import { RPCHandler } from '@orpc/server/message-port';
import { recordsPort } from './records-port.ts';
import { recordsService } from './records-service.ts';

// The hidden page: ciphertext rows behind one port, and nothing else. No key, no kind and no plaintext ever gets here.
const handler = new RPCHandler(recordsService({ factory: indexedDB, keyRange: IDBKeyRange }));
handler.upgrade(await recordsPort());
