import { createHash } from 'node:crypto';
import { v7 } from 'uuid';
import type { Sha256Hex } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { ChangeFeed } from '../desk/change-feed.ts';
import type { DeskDoor } from '../desk/desk-door.ts';
import { deskRouter } from '../desk/desk-router.ts';
import type { DeskRoom } from '../desk/open-counter.ts';
import { serveDesk } from '../desk/serve-desk.ts';
import { SignOffTickets } from '../desk/sign-off-tickets.ts';
import type { Host } from '../host/host.ts';
import type { BackupSurroundings } from './backup/counter-backup.ts';
import { Restoring } from './backup/restoring.ts';
import { type CounterClock, systemClock } from './counter-clock.ts';
import { CounterSession, type SessionOptions } from './counter-session.ts';
import { Diagnostics } from './diagnostics/diagnostics.ts';
import { diagnosticsSource } from './diagnostics/diagnostics-source.ts';
import { type DiskGuard, openDiskGuard } from './disk-guard.ts';
import { GoingLive } from './going-live.ts';
import { type ProgramLog, programLog } from './program-log.ts';
import { Recovery } from './recovery.ts';
import { refusalFor } from './refusal-for.ts';
import { saveFile } from './save-file.ts';
import { readTrial } from './trial.ts';

export interface ProgramOptions {
  readonly host: Host;
  readonly log?: ProgramLog;
  readonly clock?: CounterClock;
  /** Only tests say otherwise. */
  readonly scrypt?: SessionOptions['scrypt'];
  readonly onEntry?: SessionOptions['onEntry'];
  readonly backup?: Pick<BackupSurroundings, 'mounted' | 'pollMs'>;
  readonly diskFree?: (folder: string) => Promise<number>;
  readonly central?: SessionOptions['central'];
  readonly housekeeping?: SessionOptions['housekeeping'];
  /** A live counter was made and is in its place: the program closes now, and is to be started anew as that one. */
  onStartAgain?(): void;
}

export interface Program {
  readonly router: ReturnType<typeof deskRouter>;
  /** What every call goes through; the desk's port and, in tests and the demo, a client in this process. */
  readonly door: DeskDoor;
  openDesk(): Promise<void>;
  /** The machine sleeps: whoever wakes it signs in by PIN. */
  lock(): Promise<void>;
  close(): Promise<void>;
}

const title = '云谷人才窗口';
const newId = () => v7();
const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex') as Sha256Hex;

/** The program above its host: session, rooms, and the door to the desk. */
export async function startProgram({
  host,
  log = programLog((line) => process.stderr.write(`${line}\n`)),
  ...given
}: ProgramOptions): Promise<Program> {
  const clock = given.clock ?? systemClock();
  const changes = new ChangeFeed();
  let savedAt: string | null = null;
  const noteSaved = (at: string) => {
    savedAt = at;
  };
  const tickets = new SignOffTickets(() => clock.monotonicMs());
  const { scrypt } = given;
  const trial = await readTrial(host.paths.resources);
  const quiet = quietTime(clock);
  const disk = watchDisk({ host, log, changes, free: given.diskFree });
  const session = await openSession(given, { host, clock, log, changes, tickets, disk, noteSaved, trial }, quiet);
  const room: DeskRoom = {
    counter: () => session.counter,
    staff: () => session.staff ?? refuse('signed-out', {}),
    clock,
    newId,
    changes,
    hostDescription: host.description,
    disk: () => disk.look(),
    savedAt: () => savedAt,
    noteSaved,
    saveFile: (name, bytes) => saveFile({ folder: host.paths.papers, log }, name, bytes),
  };
  const close = () => {
    disk.close();
    restoring.cancel();
    return session.close().finally(() => host.close());
  };
  const onLive = () => startAgain({ close, log, onStartAgain: given.onStartAgain });
  const recovery = new Recovery({ session, host, clock, trial });
  const enrolling = { session, host, clock, trial, newId, onLive, ...(scrypt && { scrypt }) };
  const restoring = new Restoring({ ...enrolling, mounted: given.backup?.mounted });
  const source = () => diagnosticsSource({ session, host, clock });
  const diagnostics = new Diagnostics({ folder: host.paths.papers, log, source });
  const router = deskRouter({ room, session, recovery, goingLive: new GoingLive(enrolling), restoring, diagnostics, sha256 });
  const door = deskDoor(session, { log, noteAsked: quiet.end });
  return {
    router,
    door,
    openDesk: () => host.openDesk({ title, onPort: (port) => serveDesk(port, { router, door }) }),
    lock: () => session.lock(),
    close,
  };
}

type SessionParts = Pick<SessionOptions, 'host' | 'clock' | 'log' | 'changes' | 'tickets' | 'disk' | 'noteSaved' | 'trial'>;

async function openSession(
  { scrypt, onEntry, central, housekeeping, backup }: Omit<ProgramOptions, 'host' | 'log'>,
  parts: SessionParts,
  quiet: { ms(): number },
): Promise<CounterSession> {
  const session: CounterSession = await CounterSession.open({
    ...parts,
    newId,
    backup: { staff: () => session.staff, idleMs: quiet.ms, ...backup },
    ...(scrypt && { scrypt }),
    ...(onEntry && { onEntry }),
    ...(central && { central }),
    ...(housekeeping && { housekeeping }),
  });
  return session;
}

/** How long nobody has asked for anything: what runs by itself waits for such a time. */
function quietTime(clock: CounterClock): { ms(): number; end(): void } {
  let endedAt = clock.monotonicMs();
  return {
    ms: () => clock.monotonicMs() - endedAt,
    end: () => {
      endedAt = clock.monotonicMs();
    },
  };
}

function watchDisk({
  host,
  log,
  changes,
  free,
}: Pick<ProgramOptions, 'host'> & {
  log: ProgramLog;
  changes: ChangeFeed;
  free: ProgramOptions['diskFree'];
}): DiskGuard {
  return openDiskGuard({
    folder: host.paths.userData,
    ...(free && { free }),
    onChange: ({ level, freeMebibytes }) => {
      log.line(`disk: ${level}, ${freeMebibytes} MiB free`);
      changes.tell(['status']);
    },
  });
}

/** Time enough for the answer to reach the page, which says what comes now. */
const farewellMs = 500;

/** The live counter's folder is chosen as a program starts, and its browser profile with it: so this one ends, and another begins. */
function startAgain({
  close,
  log,
  onStartAgain,
}: {
  close(): Promise<void>;
  log: ProgramLog;
  onStartAgain?: (() => void) | undefined;
}) {
  setTimeout(() => {
    onStartAgain?.();
    close().catch((error: unknown) => log.incident(error, 'closing 试用'));
  }, farewellMs);
}

function deskDoor(session: CounterSession, { log, noteAsked }: { log: ProgramLog; noteAsked(): void }): DeskDoor {
  return {
    caller: () => session.staff,
    isLocked: () => session.isLocked,
    isEnrolled: () => session.isEnrolled,
    onActivity: () => {
      noteAsked();
      session.noteActivity();
    },
    refusalFor,
    onBug: (error, path) => log.incident(error, path),
  };
}
