export interface Counts {
  passed: number;
  failed: number;
}

/** What vitest's JSON reporter writes, as far as it is read here. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/** A skipped test is a failed one: nothing is passed over in silence. A file that couldn't be read counts as one failed test. */
export function countVitest(report: VitestReport): Counts {
  const broken = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && assertionResults.every((one) => one.status !== 'failed'),
  );
  const skipped = report.numPendingTests + report.numTodoTests;
  return { passed: report.numPassedTests, failed: report.numFailedTests + skipped + broken.length };
}

interface PlaywrightSuite {
  suites?: PlaywrightSuite[];
  specs?: { tests: { projectName: string; status: 'expected' | 'unexpected' | 'flaky' | 'skipped' }[] }[];
}

/** What Playwright's JSON reporter writes, as far as it is read here. */
export interface PlaywrightReport {
  suites: PlaywrightSuite[];
  errors: unknown[];
}

export interface EndToEndCounts extends Counts {
  /** Tests that ran on Electron. */
  onElectron: number;
  /** Tests that could not run because Electron's binary isn't installed: the only ones that may be skipped. */
  withoutElectron: number;
}

export const isElectronProject = (name: string) => /electron/i.test(name);

/** Only tests of the Electron project may be skipped, and only where its binary isn't installed. One that needs a second try failed. */
export function countPlaywright(report: PlaywrightReport, electronInstalled: boolean): EndToEndCounts {
  const counts = { passed: 0, failed: report.errors.length, onElectron: 0, withoutElectron: 0 };
  for (const { projectName, status } of report.suites.flatMap(testsOf)) {
    const onElectron = isElectronProject(projectName);
    if (status === 'skipped' && onElectron && !electronInstalled) counts.withoutElectron += 1;
    else {
      if (status === 'expected') counts.passed += 1;
      else counts.failed += 1;
      if (onElectron && status !== 'skipped') counts.onElectron += 1;
    }
  }
  return counts;
}

function testsOf(suite: PlaywrightSuite): { projectName: string; status: string }[] {
  return [...(suite.specs ?? []).flatMap((spec) => spec.tests), ...(suite.suites ?? []).flatMap(testsOf)];
}
