import { createHash } from 'node:crypto';
import { MessageChannel } from 'node:worker_threads';
import { RPCHandler } from '@orpc/server/message-port';
import { IDBFactory, IDBKeyRange } from 'fake-indexeddb';
import type { Host, HostPaths } from '../../electron/host/host.ts';

// By a path that the compiler doesn't follow: the page's code is written against the browser's types, the tests against Node's.
const pageCode = '../../renderer/records/records-service.ts';
const { recordsService } = (await import(pageCode)) as {
  recordsService(indexedDb: object): ConstructorParameters<typeof RPCHandler>[0];
};

export interface MemoryHost extends Host {
  /** Of every row that lies in the records page. */
  digestRows(): Promise<string>;
  /** The entry that the rows reach. */
  reachedSeq(): Promise<number>;
}

/** A host without a browser: the program's own code over a records page in this process, and no window. */
export function memoryHost(paths: HostPaths): MemoryHost {
  const factory = new IDBFactory();
  const nothing = () => undefined;
  return {
    name: 'chromium',
    description: 'no browser',
    paths,
    secrets: undefined,
    openRecordsPage: async () => {
      const { port1, port2 } = new MessageChannel();
      new RPCHandler(recordsService({ factory, keyRange: IDBKeyRange })).upgrade(port2 as never);
      port1.start();
      port2.start();
      const { promise: gone } = Promise.withResolvers<string>();
      return { port: port1 as never, gone, clearStorage: async () => undefined, close: async () => port1.close() };
    },
    openDesk: async () => undefined,
    handsOnDesk: () => {
      throw new Error('there is no window');
    },
    onSecondStart: nothing,
    onQuit: nothing,
    onSuspend: nothing,
    onResume: nothing,
    close: async () => undefined,
    digestRows: () => digest(factory as never),
    reachedSeq: () => reached(factory as never),
  };
}

interface Request {
  result: unknown;
  error: unknown;
  onsuccess: unknown;
  onerror: unknown;
}
interface Database {
  objectStoreNames: Iterable<string>;
  transaction(name: string): { objectStore(name: string): { getAll(): Request } };
  close(): void;
}

async function digest(factory: { open(name: string): Request }): Promise<string> {
  const database = (await answered(factory.open('records'))) as Database;
  const hash = createHash('sha256');
  for (const name of database.objectStoreNames) {
    const rows = (await answered(database.transaction(name).objectStore(name).getAll())) as unknown[];
    for (const row of rows)
      hash.update(JSON.stringify(row, (_, part) => (part instanceof Uint8Array ? Buffer.from(part).toString('hex') : part)));
  }
  database.close();
  return hash.digest('hex');
}

async function reached(factory: { open(name: string): Request }): Promise<number> {
  const database = (await answered(factory.open('records'))) as Database;
  const marks = (await answered(database.transaction('marks').objectStore('marks').getAll())) as { ownSeq: number }[];
  database.close();
  return Math.max(0, ...marks.map(({ ownSeq }) => ownSeq));
}

function answered(asked: Request): Promise<unknown> {
  return new Promise((resolve, reject) => {
    asked.onsuccess = () => resolve(asked.result);
    asked.onerror = () => reject(asked.error);
  });
}
