import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A world on loopback that the pages must never reach: it counts whoever knocks. */
export interface OutsideWorld {
  /** `http://127.0.0.1:port` */
  readonly origin: string;
  readonly port: number;
  /** Where a STUN server would be asked. */
  readonly udpPort: number;
  /** Connections and packets that came. */
  knocks(): number;
  close(): Promise<void>;
}

export async function openOutsideWorld(): Promise<OutsideWorld> {
  let knocks = 0;
  const server = createServer((_, answer) => answer.writeHead(200, { 'access-control-allow-origin': '*' }).end('here'));
  server.on('connection', () => {
    knocks += 1;
  });
  const udp = createSocket('udp4').on('message', () => {
    knocks += 1;
  });
  server.listen(0, '127.0.0.1');
  udp.bind(0, '127.0.0.1');
  await Promise.all([once(server, 'listening'), once(udp, 'listening')]);
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    udpPort: udp.address().port,
    knocks: () => knocks,
    close: async () => {
      udp.close();
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

/** One connection and one packet from outside the program. */
export async function knock({ origin, udpPort, knocks }: OutsideWorld): Promise<void> {
  const before = knocks();
  await fetch(origin, { headers: { connection: 'close' } });
  const socket = createSocket('udp4');
  for (let tries = 0; knocks() < before + 2 && tries < 50; tries += 1) {
    if (tries === 0) socket.send('x', udpPort, '127.0.0.1');
    await sleep(20);
  }
  socket.close();
}
