import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import type { DeskDoor } from '../../electron/desk/desk-door.ts';
import type { DeskClient } from '../../electron/program/demo/contract-clerk.ts';
import { type Program, startProgram } from '../../electron/program/program.ts';
import { programLog } from '../../electron/program/program-log.ts';
import { readTrial } from '../../electron/program/trial.ts';
import type { Role } from '../../shared/domain/staff/staff.ts';
import { memoryHost } from './memory-host.ts';

export interface CounterDesk {
  readonly program: Program;
  readonly desk: DeskClient;
  /** Whoever asks next, as the door sees them. */
  role: Role;
  readonly door: DeskDoor;
  /** Texts that this counter knows: ids, numbers, names. */
  readonly texts: readonly string[];
  /** The journal's head: how many entries, and how many bytes of them. */
  head(): string;
  digestRows(): Promise<string>;
  signIn(): Promise<void>;
  close(): Promise<void>;
}

/** A whole counter in this process with a morning's work behind it, the clerk signed in: everything of the program but the browser. */
export async function openCounterDesk(): Promise<CounterDesk> {
  const resources = join(import.meta.dirname, '..', '..', 'resources');
  const trial = await readTrial(resources);
  const dir = mkdtempSync(join(tmpdir(), 'fuzz-desk-'));
  const host = memoryHost({ userData: join(dir, 'data'), papers: join(dir, 'papers'), resources });
  const bugs: string[] = [];
  const program = await startProgram({ host, log: programLog((line) => bugs.push(line)), scrypt: { N: 2 ** 12, r: 8, p: 1 } });
  const state = { role: 'clerk' as Role };
  const door: DeskDoor = {
    ...program.door,
    // The right is another test's business: here it is the input that is looked at.
    caller: () => {
      const staff = program.door.caller();
      return staff && { ...staff, role: state.role };
    },
  };
  const desk = createRouterClient(program.router, { context: { door } });
  const clerk = trial.staff.find(({ role }) => role === 'clerk');
  const supervisor = trial.staff.find(({ role }) => role === 'supervisor');
  if (!clerk || !supervisor) throw new Error('the sample staff lacks somebody');
  await desk.session.startTrial();
  const signIn = async () => {
    await desk.session.signIn({ staffNumber: clerk.number, pin: clerk.pin });
  };
  await signIn();
  const texts = await work(desk, { number: supervisor.number, pin: supervisor.pin });
  const journal = join(dir, 'data', 'journal', 'own');
  return {
    program,
    desk,
    door,
    texts: [...texts, clerk.number, supervisor.number, clerk.id, supervisor.id],
    get role() {
      return state.role;
    },
    set role(role) {
      state.role = role;
    },
    head: () =>
      readdirSync(journal)
        .filter((name) => name.endsWith('.tcj'))
        .map((name) => `${name} ${statSync(join(journal, name)).size}`)
        .join(),
    digestRows: () => host.digestRows(),
    signIn,
    close: async () => {
      await program.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Somebody registered, recognised and with a card, and somebody else waiting. */
async function work(desk: DeskClient, supervisor: { number: string; pin: string }): Promise<string[]> {
  const { walkIns } = await import('./walk-ins.ts');
  const pack = await desk.policy.pack();
  const texts: string[] = [pack.id, ...pack.teams.flatMap(({ code, tiers }) => [code, ...tiers.map((tier) => tier.code)])];
  for (const facts of walkIns) {
    const { personId } = await desk.talents.register({ facts });
    const what = { team: 'skilled', tier: 'd', route: 'own-review' } as const;
    const { matterId, number } = await desk.recognitions.receive({ personId, ...what });
    texts.push(personId, matterId, number, facts.identity.name, facts.document.number, facts.contact.phone ?? '');
    if (facts !== walkIns[0]) continue;
    const { ticket } = await desk.session.signOff({
      staffNumber: supervisor.number,
      pin: supervisor.pin,
      act: 'recognition.grant',
      subjectId: matterId,
    });
    await desk.recognitions.grantDirectly({ matterId, ticket });
    const { cardNumber } = await desk.cards.issue({ personId });
    texts.push(cardNumber);
  }
  return texts;
}
