import { test as base, type Page, type TestInfo } from '@playwright/test';
import { Clerk } from './clerk.ts';
import { type HostName, newPlace, type Place, type RunningDesk, startDesk } from './running-desk.ts';

export interface DeskFixtures {
  /** The desk that all tests share: signed in as the clerk, at home, in Chinese, on a counter's own screen. */
  page: Page;
  clerk: Clerk;
  /** Starts a program of this test's own, on a computer that never saw one or on one that did. */
  startOwn: (place?: Place) => Promise<RunningDesk>;
}

export interface HostFixtures {
  hostName: HostName;
  shared: RunningDesk;
}

export const test = base.extend<DeskFixtures, HostFixtures>({
  hostName: ['chromium-host', { option: true, scope: 'worker' }],
  shared: [
    async ({ hostName }, use) => {
      const place = newPlace();
      const desk = await startDesk(hostName, place);
      try {
        await desk.page.setViewportSize(counterScreen);
        const clerk = new Clerk(desk.page);
        await clerk.beginTrial();
        await clerk.signIn();
        await use(desk);
      } finally {
        await desk.close();
        place.remove();
      }
    },
    { scope: 'worker', timeout: 120_000 },
  ],
  page: async ({ shared }, use, testInfo) => {
    await new Clerk(shared.page).backToStart();
    await use(shared.page);
    await keepPicture(shared.page, testInfo);
  },
  clerk: async ({ page }, use) => use(new Clerk(page)),
  startOwn: async ({ hostName }, use, testInfo) => {
    const running: RunningDesk[] = [];
    const places: Place[] = [];
    await use(async (place = newPlace()) => {
      places.push(place);
      const desk = await startDesk(hostName, place);
      running.push(desk);
      await desk.page.setViewportSize(counterScreen);
      return desk;
    });
    for (const { page } of running) await keepPicture(page, testInfo);
    for (const desk of running) await desk.close();
    for (const place of places) place.remove();
  },
});

/** What a counter has at least. */
export const counterScreen = { width: 1366, height: 768 };

/** What was there instead. */
async function keepPicture(page: Page, testInfo: TestInfo): Promise<void> {
  if (testInfo.status === testInfo.expectedStatus) return;
  const path = testInfo.outputPath('what-was-there.png');
  await page.screenshot({ path, timeout: 5_000 }).catch(() => undefined);
}
