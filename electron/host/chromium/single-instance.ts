import { createHash } from 'node:crypto';
import { chmod, lstat, mkdir, rm } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface SingleInstance {
  onSecondStart(listener: () => void): void;
  release(): Promise<void>;
}

const longestSocketPath = 100;
const answerTimeoutMs = 3_000;

/**
 * One program to a data folder. The first one listens on a local socket beside its data (a named pipe on Windows) that only its owner
 * can open; no network is involved, and nothing is ever read from it: that somebody connects is the whole message. Undefined: another
 * one runs, and has been told. Two that clear away the same dead socket at once are told apart by the browser's lock on its profile.
 */
export async function findSingleInstance(userData: string): Promise<SingleInstance | undefined> {
  const path = await socketPath(userData);
  for (;;) {
    const server = createServer((socket) => socket.end('1'));
    if (await listen(server, path)) return hold(server, path);
    if (await tellFirst(path)) return undefined;
    // Whoever held it was killed; the socket's name was left behind.
    await rm(path, { force: true });
  }
}

async function hold(server: Server, path: string): Promise<SingleInstance> {
  if (process.platform !== 'win32') await chmod(path, 0o600);
  server.unref();
  server.on('connection', (socket) => socket.on('error', () => {}));
  return {
    onSecondStart: (listener) => server.on('connection', () => listener()),
    release: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

async function socketPath(userData: string): Promise<string> {
  const hash = createHash('sha256').update(userData).digest('hex').slice(0, 24);
  if (process.platform === 'win32') return `\\\\.\\pipe\\talent-counter-${hash}`;
  const beside = join(userData, 'instance.sock');
  if (Buffer.byteLength(beside) <= longestSocketPath) return beside;
  const folder = join(tmpdir(), `talent-counter-${process.getuid?.()}`);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const there = await lstat(folder);
  // Anybody may have put a folder of this name there first.
  if (!there.isDirectory() || there.uid !== process.getuid?.() || (there.mode & 0o077) !== 0)
    throw new Error(`${folder} is not this user's own folder.`);
  return join(folder, `${hash}.sock`);
}

function listen(server: Server, path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => (error.code === 'EADDRINUSE' ? resolve(false) : reject(error)));
    server.listen(path, () => resolve(true));
  });
}

function tellFirst(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(path);
    socket.setTimeout(answerTimeoutMs, () => socket.destroy(new Error('no answer')));
    socket.on('data', () => {
      socket.destroy();
      resolve(true);
    });
    // A program that is stopped or very busy still holds its socket: only a refused connection means that nobody does.
    socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code !== 'ECONNREFUSED' && error.code !== 'ENOENT'));
  });
}
