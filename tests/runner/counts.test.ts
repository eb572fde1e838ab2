import { describe, expect, test } from 'vitest';
import { countPlaywright, countVitest, type PlaywrightReport } from './counts.ts';

const vitest = { numPassedTests: 3, numFailedTests: 0, numPendingTests: 0, numTodoTests: 0, testResults: [] };

describe('vitest’s counts', () => {
  test('a clean run has no failures', () => {
    expect(countVitest(vitest)).toEqual({ passed: 3, failed: 0 });
  });

  test('a skipped test and a test still to be written count as failed', () => {
    expect(countVitest({ ...vitest, numPendingTests: 2, numTodoTests: 1 })).toEqual({ passed: 3, failed: 3 });
  });

  test('a file that could not be read counts as failed, beside the failed tests of others', () => {
    const testResults = [
      { status: 'failed', assertionResults: [] },
      { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
      { status: 'passed', assertionResults: [{ status: 'passed' }] },
    ];
    expect(countVitest({ ...vitest, numFailedTests: 1, testResults })).toEqual({ passed: 3, failed: 2 });
  });
});

describe('Playwright’s counts', () => {
  type Status = 'expected' | 'unexpected' | 'flaky' | 'skipped';
  const report = (...tests: [projectName: string, status: Status][]): PlaywrightReport => ({
    errors: [],
    suites: [{ suites: [{ specs: tests.map(([projectName, status]) => ({ tests: [{ projectName, status }] })) }] }],
  });

  test('both hosts’ tests are counted, and those on Electron told apart', () => {
    const run = report(['chromium', 'expected'], ['electron', 'expected'], ['electron', 'unexpected']);
    expect(countPlaywright(run, true)).toEqual({ passed: 2, failed: 1, onElectron: 2, withoutElectron: 0 });
  });

  test('a test may be skipped on Electron where its binary is missing, and nowhere else', () => {
    const run = report(['chromium', 'skipped'], ['electron', 'skipped']);
    expect(countPlaywright(run, false)).toEqual({ passed: 0, failed: 1, onElectron: 0, withoutElectron: 1 });
    expect(countPlaywright(run, true)).toEqual({ passed: 0, failed: 2, onElectron: 0, withoutElectron: 0 });
  });

  test('a test that passed on a second try failed', () => {
    expect(countPlaywright(report(['chromium', 'flaky']), false).failed).toBe(1);
  });

  test('an error outside any test counts as failed', () => {
    expect(countPlaywright({ suites: [], errors: [{ message: 'no tests found' }] }, false).failed).toBe(1);
  });
});
