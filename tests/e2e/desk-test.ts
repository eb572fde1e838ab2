import { test as base, type ConsoleMessage, expect, type Page, type TestInfo } from '@playwright/test';
import { Clerk } from './clerk.ts';
import { type HostName, newPlace, type Place, type RunningDesk, startDesk } from './running-desk.ts';

export interface DeskFixtures {
  /** The desk that all tests share: signed in as the clerk, at home, in Chinese, on a counter's own screen. */
  page: Page;
  clerk: Clerk;
  /** Only where the page is made to misbehave: it may complain on its console. Anywhere else a complaint fails the test. */
  mayComplain: boolean;
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
  mayComplain: [false, { option: true }],
  page: async ({ shared, mayComplain }, use, testInfo) => {
    const complaints = listenToConsole(shared.page);
    await new Clerk(shared.page).backToStart();
    await use(shared.page);
    await keepPicture(shared.page, testInfo);
    complaints.stop();
    if (!mayComplain) expect(complaints.heard).toEqual([]);
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

/** Errors and warnings that the page itself makes known: a refused style, a broken rule of the framework, an exception. */
function listenToConsole(page: Page): { readonly heard: string[]; stop(): void } {
  const heard: string[] = [];
  const onMessage = (message: ConsoleMessage) => {
    if (message.type() === 'error' || message.type() === 'warning') heard.push(message.text());
  };
  const onError = (error: Error) => void heard.push(String(error));
  page.on('console', onMessage).on('pageerror', onError);
  return { heard, stop: () => void page.off('console', onMessage).off('pageerror', onError) };
}

/** What was there instead. */
async function keepPicture(page: Page, testInfo: TestInfo): Promise<void> {
  if (testInfo.status === testInfo.expectedStatus) return;
  const path = testInfo.outputPath('what-was-there.png');
  await page.screenshot({ path, timeout: 5_000 }).catch(() => undefined);
}
