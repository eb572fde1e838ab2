import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

const root = join(import.meta.dirname, '../..');
const program = join(root, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs');

interface Violation {
  from: string;
  to: string;
  rule: { name: string; severity: string };
}

interface Report {
  violations: Violation[];
  totalCruised: number;
  ruleSetUsed: { forbidden: { name: string; severity: string }[] };
}

/** Runs the fence as `npm run check` does, over the tree in a folder. */
function cruise(folder: string): Promise<Report> {
  const config = join(root, '.dependency-cruiser.mjs');
  const options = { cwd: folder, maxBuffer: 100 * 1024 * 1024 };
  return new Promise((resolve, reject) => {
    execFile(process.execPath, [program, '--config', config, '--output-type', 'json', '.'], options, (error, stdout) => {
      // The exit code counts violations; only a run without a report is a failure here.
      if (stdout.startsWith('{')) resolve((JSON.parse(stdout) as { summary: Report }).summary);
      else reject(error ?? new Error('the fence said nothing'));
    });
  });
}

/** What must bite where: every rule of the fence stands here with the file of the bad sample that breaks it. */
const bites: Record<string, string> = {
  'shared-imports-nothing-outside': 'shared/domain/reaches-out.ts',
  'shared-tests-need-no-process': 'shared/domain/noun.test.ts',
  'shared-has-no-node': 'shared/domain/reads-files.ts',
  'shared-pure-packages': 'shared/domain/draws.ts',
  'electron-renderer-central-apart': 'electron/vault/shows-a-screen.ts',
  'product-without-tests-or-build': 'electron/vault/uses-a-kit.ts',
  'product-imports-no-test': 'electron/vault/borrows-from-a-test.ts',
  'product-without-dev-packages': 'electron/vault/runs-tests.ts',
  'rooms-apart': 'electron/records/borrows-a-type.ts',
  'nobody-imports-main': 'electron/records/calls-main.ts',
  'host-port-without-adapter': 'electron/host/knows-an-adapter.ts',
  'host-adapters-apart': 'electron/host/chromium/needs-the-other.ts',
  'electron-only-in-its-adapter': 'electron/printing/opens-a-window.ts',
  'playwright-only-in-tests': 'electron/host/chromium/drives-playwright.ts',
  'dexie-only-in-records-page': 'renderer/desk/app/keeps-rows.ts',
  'pages-apart': 'renderer/desk/app/asks-the-hidden-page.ts',
  'pages-have-no-node': 'renderer/desk/app/reads-files.ts',
  'records-page-is-plain': 'renderer/records/shows-a-button.ts',
  'features-apart': 'renderer/desk/features/register/borrows-a-feature.ts',
  'ui-and-words-below': 'renderer/desk/ui/knows-a-feature.ts',
  'no-circle': 'shared/domain/egg.ts',
  'nothing-unresolved': 'shared/domain/into-the-void.ts',
};

describe('the import fence', () => {
  test('bites on a bad sample, each rule where it should and nowhere else', async () => {
    const { violations, ruleSetUsed } = await cruise(join(import.meta.dirname, 'bad-sample'));
    const found = violations.map(({ rule, from }) => `${rule.name}: ${from}`);
    expect(found.sort()).toEqual(
      Object.entries(bites)
        .map(([rule, file]) => `${rule}: ${file}`)
        .sort(),
    );
    expect(Object.keys(bites).sort()).toEqual(ruleSetUsed.forbidden.map(({ name }) => name).sort());
    expect(ruleSetUsed.forbidden.filter(({ severity }) => severity !== 'error')).toEqual([]);
  });

  test('nobody has climbed over it', async () => {
    const { violations, totalCruised } = await cruise(root);
    expect(violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`)).toEqual([]);
    expect(totalCruised).toBeGreaterThan(250);
  });
});
