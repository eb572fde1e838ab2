/** `npm run journal -- verify DIR [--staff N]`: whether a counter's journal is as it was written; exit 0 or 1. Needs no key. */
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { lockFolder } from '../electron/journal/folder-lock.ts';
import { JournalBehindError, JournalDamagedError, JournalError, JournalForkedError } from '../electron/journal/journal-error.ts';
import type { JournalVerdict } from '../electron/journal/verify-journal.ts';
import { checkJournal, findJournals, type JournalCheck, type JournalKeys } from '../electron/program/check-journal.ts';
import { systemClock } from '../electron/program/counter-clock.ts';
import { openVault } from '../electron/vault/vault.ts';
import { VaultError } from '../electron/vault/vault-error.ts';
import { Refusal } from '../shared/domain/refusal.ts';
import { AnchorFault } from './anchor-fault.ts';
import { SecretQuestions } from './ask-secret.ts';
import { CommandError, sayFault } from './command-error.ts';

try {
  const { values, positionals } = parseArgs({ options: { staff: { type: 'string' } }, allowPositionals: true });
  const [command, dir, ...more] = positionals;
  if (command !== 'verify' || dir === undefined || more.length > 0)
    throw new CommandError('npm run journal -- verify DIR [--staff NUMBER]');
  const journals = findJournals(resolve(dir));
  if (journals.length === 0) throw new CommandError(`There is no journal in ${resolve(dir)}.`);
  for (const journal of journals) await verify(journal, values.staff);
} catch (error) {
  const words = verdictOn(error);
  if (words) console.log(`not sound: ${words}`);
  else sayFault(error);
  process.exitCode = 1;
}

async function verify(journal: string, staffNumber: string | undefined): Promise<void> {
  console.log(journal);
  const check = staffNumber === undefined ? await checkJournal(journal) : await checkWithKeys(journal, staffNumber);
  for (const log of check.logs) sayLog(log);
  sayAnchors(check);
  const own = check.logs.find(({ log }) => log === 'own');
  const sealed = own?.sealsChecked
    ? 'every sealed part opened, and each payload meets its commitment'
    : 'not opened: that takes a key (--staff NUMBER)';
  console.log(`sealed parts: ${sealed}`);
  const [line] = check.anchors.badLines;
  if (line !== undefined) throw new AnchorFault(`anchors, line ${line}: no signed head, or its signature doesn't fit`);
  const [kid] = check.unknownKeys ?? [];
  if (kid !== undefined) throw new AnchorFault(`anchors: signed by the key ${kid}, which no entry names as this device's`);
  const [unsaid] = check.unsaidRedactions ?? [];
  if (unsaid !== undefined) throw new AnchorFault(`own, entry ${unsaid}: its contents were taken out, and no entry says so`);
  const entries = check.logs.reduce((sum, log) => sum + log.entries, 0);
  console.log(`verified: ${entries} entries, anchored up to ${own?.anchoredUpTo ?? 0}`);
}

function sayLog({ log, headSeq, entries, redacted, segments, tornTail, voidFiles }: JournalVerdict): void {
  console.log(`${log}: ${entries} entries in ${segments.length} segments${redacted > 0 ? `, ${redacted} of them redacted` : ''}`);
  for (const { file, firstSeq, entries: count, acknowledgedBytes, setAsideBytes } of segments) {
    const aside = setAsideBytes > 0 ? `; ${setAsideBytes} bytes behind them set aside` : '';
    console.log(
      `  ${file}: ${count === 0 ? 'none' : `${firstSeq} to ${firstSeq + count - 1}`}, ${acknowledgedBytes} bytes${aside}`,
    );
  }
  if (tornTail) console.log(`  torn tail set aside behind entry ${headSeq}: ${tornTail.bytes} bytes of ${tornTail.file}`);
  for (const file of voidFiles) console.log(`  void, superseded by a later segment: ${file}`);
}

function sayAnchors({ anchors, newest, logs }: JournalCheck): void {
  const own = logs.find(({ log }) => log === 'own');
  const kids = [...new Set(anchors.anchors.map(({ kid }) => kid))];
  if (anchors.tornBytes > 0) console.log(`anchors: a torn last line of ${anchors.tornBytes} bytes was passed over`);
  console.log(`signed heads: ${anchors.anchors.length}${kids.length > 0 ? `, by the key ${kids.join(', ')}` : ''}`);
  if (newest) console.log(`newest: entry ${newest.seq}, ${newest.at} (${newest.by})`);
  const upTo = own?.anchoredUpTo ?? 0;
  console.log(`已锚定到第 ${upTo} 条，共 ${own?.headSeq ?? 0} 条`);
}

/** What doesn't hold and where, in a line; undefined for what is no verdict on a journal. */
function verdictOn(error: unknown): string | undefined {
  if (error instanceof AnchorFault) return error.message;
  if (error instanceof JournalDamagedError) {
    const { log, file, seq, frame, offsetBytes } = error.place;
    return `${log}/${file}, entry ${seq} (frame ${frame}, byte ${offsetBytes}): ${error.reason}`;
  }
  if (error instanceof JournalBehindError)
    return `${error.log} ends at entry ${error.head}, behind an anchor or mark at ${error.mark}`;
  if (error instanceof JournalForkedError) return `${error.log} parts from its signed head at entry ${error.seq}`;
  return error instanceof JournalError && error.code !== 'journal-locked' ? error.message : undefined;
}

async function checkWithKeys(journal: string, staffNumber: string): Promise<JournalCheck> {
  // No counter writes meanwhile: the vault's file of attempts has one writer as well.
  const lock = await lockFolder(join(journal, 'own')).catch((error: unknown) => {
    if (error instanceof JournalError && error.code === 'journal-locked')
      throw new CommandError(
        'A counter is running on this folder. Close it first; without --staff its journal can be checked meanwhile.',
      );
    throw new CommandError('With --staff the folder must be there and be writable: a PIN that is tried is counted.');
  });
  try {
    return await checkJournal(journal, await openKeys(journal, staffNumber));
  } finally {
    await lock.release();
  }
}

async function openKeys(journal: string, staffNumber: string): Promise<JournalKeys> {
  const questions = new SecretQuestions();
  try {
    const vault = await openVault({ dir: join(dirname(journal), 'vault'), clock: systemClock(), secrets: undefined });
    const pin = await questions.ask(`PIN of ${staffNumber}:`);
    const passphrase = vault.needsPassphrase ? await questions.ask('Office passphrase:') : undefined;
    await vault.signIn(staffNumber, pin, passphrase);
    const keys = new Map(vault.epochs.map((epoch) => [epoch, vault.keyOf('journal', epoch)]));
    const { own } = vault.marks();
    await vault.close();
    return { keyOf: (epoch) => keys.get(epoch), marks: own ? [own.seq] : [] };
  } catch (error) {
    if (error instanceof Refusal)
      throw new CommandError(`The vault was not opened: ${error.code} ${JSON.stringify(error.details)}`);
    if (error instanceof VaultError) throw new CommandError(`The vault was not opened: ${error.message}`);
    throw error;
  } finally {
    questions.close();
  }
}
