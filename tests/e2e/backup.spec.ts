import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, type TestInfo } from '@playwright/test';
import { en, zh } from '../../renderer/desk/i18n/words.ts';
import { newPin } from '../integration/backup-kit.ts';
import { administrator, liveForm } from '../integration/live-kit.ts';
import { Clerk } from './clerk.ts';
import { damage } from './damage.ts';
import { test } from './desk-test.ts';
import { look } from './look.ts';
import { newPlace } from './running-desk.ts';
import { speak } from './speak.ts';

type Words = typeof zh | typeof en;
type See = (name: string) => Promise<void>;
const languages = [
  ['zh', zh],
  ['en', en],
] as const;

for (const [language, words] of languages)
  test(`a counter is backed up to a stick and restored on another computer, by keyboard alone (${language})`, async ({
    startOwn,
  }, testInfo) => {
    test.setTimeout(240_000);
    const seeOn = (page: Page) => (name: string) => look(page, `${name}-${language}`, testInfo as TestInfo);
    const place = newPlace();
    const stick = join(place.dir, 'stick');
    mkdirSync(stick);
    const own = await startOwn(place);
    await speak(own.page, language);
    const keys = await goLive(new Clerk(own.page), words);
    await own.close();

    const live = await startOwn(place);
    await speak(live.page, language);
    await signInFirst(new Clerk(live.page), { ...administrator, passphrase: keys.passphrase });
    await backUp(new Clerk(live.page), { stick, words, see: seeOn(live.page) });
    await live.close();

    // On another computer; and on the same one, whose journal was damaged since.
    const isMended = language === 'en';
    if (isMended) damage(place.data, 'counter');
    const other = await startOwn(isMended ? place : undefined);
    await speak(other.page, language);
    if (isMended) await findStopped(new Clerk(other.page), { passphrase: keys.passphrase, words, see: seeOn(other.page) });
    const passphrase = await restore(new Clerk(other.page), {
      stick,
      words,
      recoveryKey: keys.recoveryKey,
      see: seeOn(other.page),
    });
    await other.close();
    expect(existsSync(join(other.place.data, 'counter.restoring'))).toBe(isMended);

    const restored = await startOwn(other.place);
    await speak(restored.page, language);
    const clerk = new Clerk(restored.page);
    await signInFirst(clerk, { number: administrator.number, pin: newPin, passphrase });
    await expect(restored.page.locator('.frame-staff')).toContainText(administrator.name);
    const aside = readdirSync(other.place.data).filter((name) => name.startsWith('counter.set-aside-'));
    expect(aside).toHaveLength(isMended ? 1 : 0);
    await clerk.page.locator('.frame-nav a').last().press('Enter');
    await clerk.page.getByRole('tab', { name: words.settings.tabs.counter }).press('Enter');
    await expect(clerk.page.locator('.settings')).toContainText(words.settings.ranges.frozen);
    await seeOn(restored.page)('settings-frozen');
  });

/** The form, then the keys off the sheet. */
async function goLive(clerk: Clerk, words: Words): Promise<{ passphrase: string; recoveryKey: string }> {
  const { page } = clerk;
  await page.getByRole('button', { name: words.signIn.enrol.live, exact: true }).press('Enter');
  for (const [path, value] of Object.entries({ ...liveForm, pinAgain: liveForm.pin })) {
    await clerk.field(path).focus();
    await clerk.type(value);
  }
  await clerk.press('Ctrl+Enter');
  await expect(page.locator('.key-sheet')).toBeVisible({ timeout: 15_000 });
  const parts = async (kind: string) => page.locator(`[data-kind=${kind}] b`).allTextContents();
  const passphrase = (await parts('words')).join(' ');
  const groups = await parts('groups');
  await clerk.press('Ctrl+Enter');
  await expect(page.locator('.sheet-check')).toBeVisible();
  const labels = await page.locator('.sheet-check .field-label').allTextContents();
  const asked = labels.map((label) => Number(/\d+/.exec(label)?.[0]));
  const spoken = passphrase.split(' ');
  for (const [at, number] of asked.entries()) {
    await clerk.field(at < asked.length - 1 ? `words.${at}` : 'group').focus();
    await clerk.type((at < asked.length - 1 ? spoken[number - 1] : groups[number - 1]) ?? '');
  }
  await clerk.press('Ctrl+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.signIn.starting.title);
  return { passphrase, recoveryKey: groups.join('-') };
}

/** The start stops, and offers the way out that has the cursor. */
async function findStopped(
  { page }: Clerk,
  { passphrase, words, see }: { passphrase: string; words: Words; see: See },
): Promise<void> {
  await typeIn(page, { ...administrator, passphrase });
  await expect(page.getByRole('alert')).toContainText(words.signIn.stopped.reason['journal-damaged']);
  await expect(page.getByRole('button', { name: words.restore.enrol, exact: true })).toBeFocused();
  await see('stopped-restorable');
}

async function signInFirst({ page }: Clerk, who: { number: string; pin: string; passphrase: string }): Promise<void> {
  await typeIn(page, who);
  await expect(page.locator('.frame-status')).toBeVisible();
}

async function typeIn(page: Page, { number, pin, passphrase }: { number: string; pin: string; passphrase: string }) {
  await page.locator('[data-path="passphrase"] input, form input').first().waitFor();
  for (const [at, text] of [passphrase, number, pin].entries()) {
    await page.locator('form input').nth(at).focus();
    await page.keyboard.type(text);
  }
  await page.keyboard.press('Enter');
}

async function backUp(clerk: Clerk, { stick, words, see }: { stick: string; words: Words; see: See }): Promise<void> {
  const { page } = clerk;
  await page.locator('.frame-nav a').nth(-2).press('Enter');
  await expect(page.locator('.frame-work h1')).toHaveText(words.backup.title);
  await see('backup-empty');
  await clerk.field('path').focus();
  await clerk.type('stick');
  await clerk.press('Enter');
  await expect(clerk.said('path')).not.toBeEmpty();
  await see('backup-place-refused');
  await clerk.field('path').fill(stick);
  await clerk.press('Enter');
  await expect(page.locator('.backup code').first()).toHaveText(stick);
  await clerk.press('Ctrl+Enter');
  await expect(page.locator('.backup .ant-alert-success')).toBeVisible({ timeout: 20_000 });
  await see('backup-made');
}

async function restore(
  clerk: Clerk,
  { stick, words, recoveryKey, see }: { stick: string; words: Words; recoveryKey: string; see: See },
): Promise<string> {
  const { page } = clerk;
  await page.getByRole('button', { name: words.restore.enrol, exact: true }).press('Enter');
  await expect(clerk.field('path')).toBeFocused();
  await see('restore-choose');
  await clerk.type(stick);
  await clerk.press('Enter');
  await expect(page.locator('.restore-found button')).toBeFocused();
  await see('restore-found');
  await clerk.press('Enter');
  await expect(clerk.field('recoveryKey')).toBeFocused();
  await clerk.press('Ctrl+Enter');
  await expect(clerk.said('staffNumber')).not.toBeEmpty();
  await see('restore-key-refused');
  const typed = { recoveryKey: 'AAAA', staffNumber: administrator.number, pin: newPin, pinAgain: newPin };
  for (const [path, text] of Object.entries(typed)) await clerk.field(path).fill(text);
  await clerk.press('Ctrl+Enter');
  await expect(clerk.said('recoveryKey')).toHaveText(words.fieldCodes['recovery-key-mistyped'], { timeout: 20_000 });
  await clerk.field('recoveryKey').fill(recoveryKey);
  await clerk.press('Ctrl+Enter');
  await expect(page.locator('.restore-parts')).toBeVisible({ timeout: 20_000 });
  await see('restore-sheet');
  const passphrase = (await page.locator('.restore-parts b').allTextContents()).join(' ');
  await clerk.press('Ctrl+Enter');
  await expect(clerk.field('words.0')).toBeFocused();
  await see('restore-check');
  const labels = await page.locator('.restore .field-label').allTextContents();
  for (const [at, label] of labels.entries())
    await clerk.field(`words.${at}`).fill(passphrase.split(' ')[Number(/\d+/.exec(label)?.[0]) - 1] ?? '');
  await clerk.press('Ctrl+Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.signIn.starting.title);
  return passphrase;
}
