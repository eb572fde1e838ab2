import { expect, type Page, type TestInfo } from '@playwright/test';
import { en, zh } from '../../renderer/desk/i18n/words.ts';
import { administrator, goLive, signInLive, startAgain } from '../integration/live-kit.ts';
import { computerIn, start } from '../integration/program-kit.ts';
import { Clerk } from './clerk.ts';
import { test } from './desk-test.ts';
import { look } from './look.ts';
import { newPlace, type Place } from './running-desk.ts';
import { speak } from './speak.ts';

const newPin = '518306';

/** A live counter with its administrator, who has signed in once; nobody sits at it. */
async function liveCounter(): Promise<{ place: Place; recoveryKey: string }> {
  const place = newPlace();
  const { recoveryKey, passphrase } = await goLive(await start(computerIn(place.dir)));
  const running = await startAgain(computerIn(place.dir));
  await signInLive(running.desk, { ...administrator, passphrase });
  await running.close();
  return { place, recoveryKey };
}

for (const [language, words] of [
  ['zh', zh],
  ['en', en],
] as const)
  test(`everybody forgot: by the recovery key to a new PIN, then the data key and the limit under settings (${language})`, async ({
    startOwn,
  }, testInfo) => {
    test.setTimeout(180_000);
    const { place, recoveryKey } = await liveCounter();
    const { page } = await startOwn(place);
    const see = (name: string) => look(page, `${name}-${language}`, testInfo as TestInfo);
    const clerk = new Clerk(page);
    await speak(page, language);
    await page.getByRole('button', { name: words.keyCare.recover }).press('Enter');
    await expect(clerk.field('recoveryKey')).toBeFocused();
    await clerk.type(`${recoveryKey.slice(0, -1)}U`);
    await clerk.press('Enter');
    await expect(page.getByRole('alert')).toContainText(words.refusals['recovery-key-mistyped'].happened);
    await see('recovery-key-refused');
    await clerk.field('recoveryKey').focus();
    await clerk.press('Control+a');
    await clerk.type(recoveryKey.toLowerCase());
    await clerk.press('Enter');
    await expect(clerk.field('passphrase')).toBeFocused();
    await see('recovery-member');
    await fillIn(clerk, await page.locator('.recovery-words').innerText());
    await expect(page.locator('.frame-status')).toBeVisible();

    await page.locator('.frame-nav a').last().press('Enter');
    await page.getByRole('tab', { name: words.settings.tabs.counter }).press('Enter');
    await replaceKey(page, words, see);
    await clerk.field('syncDays').fill('30');
    await page.getByRole('button', { name: words.keyCare.syncSave, exact: true }).press('Enter');
    await expect(page.getByRole('button', { name: words.keyCare.syncSave, exact: true })).toBeDisabled();
    await see('settings-sync-limit');
  });

async function fillIn(clerk: Clerk, passphrase: string): Promise<void> {
  for (const [path, text] of [
    ['passphrase', passphrase],
    ['staffNumber', administrator.number],
    ['pin', newPin],
    ['pinAgain', newPin],
  ] as const) {
    await clerk.field(path).focus();
    await clerk.type(text);
  }
  await clerk.press('Enter');
}

async function replaceKey(page: Page, words: typeof zh | typeof en, see: (name: string) => Promise<void>): Promise<void> {
  const part = page.getByRole('region', { name: words.keyCare.dataKey });
  await see('settings-data-key');
  await part.getByRole('button', { name: words.keyCare.replace }).press('Enter');
  await expect(part).toContainText(words.keyCare.which.replace('{{epoch}}', '2'));
  await expect(part.getByRole('button', { name: words.keyCare.replace })).toBeVisible();
}
