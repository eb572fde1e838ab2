import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterEach, beforeEach, expect, test } from 'vitest';

const machine = join(import.meta.dirname, '..', '..', 'build', 'this-machine.ts');
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'talent-counter-signals-'));
  // A program that says when it is asked to end, and takes a moment to.
  writeFileSync(
    join(folder, 'program.mjs'),
    `const end = () => setTimeout(() => process.exit(7), 200);
     process.on('SIGTERM', () => { process.stdout.write('asked '); end(); });
     process.stdout.write('up ');
     setTimeout(() => process.exit(3), 20_000);`,
  );
  writeFileSync(
    join(folder, 'command.ts'),
    `import { run } from ${JSON.stringify(machine)};
     process.exitCode = await run(process.execPath, [${JSON.stringify(join(folder, 'program.mjs'))}]);
     process.stdout.write('waited ');`,
  );
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** As npm runs a command: a shell, and below it the command, and below that the program. */
async function underShell(): Promise<{ shell: ChildProcess; said: Promise<string> }> {
  const line = `"${process.execPath}" "${join(folder, 'command.ts')}"; exit $?`;
  const env = { ...process.env, npm_lifecycle_event: 'start' };
  const shell = spawn('sh', ['-c', line], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  await once(shell.stdout, 'readable');
  return { shell, said: text(shell.stdout) };
}

// Windows has neither the shell nor the signal.
const testWithShell = process.platform === 'win32' ? () => {} : test;

testWithShell('where npm is told to end, the program is asked to, though nobody told it', async () => {
  const { shell, said } = await underShell();
  shell.kill('SIGTERM');
  expect(await said).toBe('up asked waited ');
});

test('a signal to the command alone reaches the program, once, and its end is waited for', async () => {
  const command = spawn(process.execPath, [join(folder, 'command.ts')], { stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  for await (const chunk of command.stdout.setEncoding('utf8')) {
    said += chunk;
    if (said === 'up ') command.kill('SIGINT');
    // Electron takes a second asking for an order to end at once.
    if (said === 'up asked ') command.kill('SIGTERM');
  }
  expect({ code: command.exitCode ?? (await once(command, 'exit'))[0], said }).toEqual({ code: 7, said: 'up asked waited ' });
});
