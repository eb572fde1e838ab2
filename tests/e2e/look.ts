import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, type TestInfo } from '@playwright/test';
import { counterScreen } from './desk-test.ts';

const screens = [counterScreen, { width: 1920, height: 1080 }];

/** Keeps a picture of the screen at both sizes, and lets axe look for what keeps somebody from using it. */
export async function look(page: Page, name: string, testInfo: TestInfo): Promise<void> {
  for (const screen of screens.toReversed()) {
    await page.setViewportSize(screen);
    await atRest(page);
    await page.screenshot({ path: testInfo.outputPath(`${name}-${screen.width}.png`), animations: 'disabled' });
  }
  const findings = (await violations(page)).map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ target }) => [target].flat().join(' ')).join(', ')}`,
  );
  expect.soft(findings, name).toEqual([]);
  expect.soft(await page.evaluate(overflow), `${name} fits its screen`).toBe(false);
}

interface Violation {
  id: string;
  nodes: { target: unknown }[];
}

/**
 * What axe finds. Once in the page it is asked there: bringing it along each time takes five times as long as its looking. Legacy mode:
 * the other one opens a window of its own, which the host closes. There are no frames to look into.
 */
async function violations(page: Page): Promise<Violation[]> {
  if (await page.evaluate(`typeof axe === 'object'`))
    return page.evaluate<Violation[]>(`axe.run(document, { resultTypes: ['violations'] }).then((found) => found.violations)`);
  return (await new AxeBuilder({ page }).setLegacyMode().analyze()).violations;
}

/** Nothing moves any more but what turns for ever. */
async function atRest(page: Page): Promise<void> {
  await page.evaluate(`Promise.all(
    document.getAnimations()
      .filter((one) => one.playState === 'running' && one.effect?.getComputedTiming().endTime !== Infinity)
      .map((one) => one.finished.catch(() => undefined)),
  ).then(() => undefined)`);
}

/** Whether the window itself would have to be scrolled sideways or down. */
const overflow = `document.documentElement.scrollWidth > innerWidth || document.documentElement.scrollHeight > innerHeight`;
