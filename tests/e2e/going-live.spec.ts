import { expect, type Page, type TestInfo } from '@playwright/test';
import { en, zh } from '../../renderer/desk/i18n/words.ts';
import { administrator, liveForm } from '../integration/live-kit.ts';
import { member } from '../integration/program-kit.ts';
import { Clerk } from './clerk.ts';
import { test } from './desk-test.ts';
import { look } from './look.ts';
import { speak } from './speak.ts';

const newClerk = { number: '1003', name: '白雪', pin: '730158' };
const languages = [
  ['zh', zh],
  ['en', en],
] as const;

for (const [language, words] of languages)
  test(`from 试用 to a live counter where a clerk signs in, by keyboard alone (${language})`, async ({ startOwn }, testInfo) => {
    test.setTimeout(180_000);
    const see = (page: Page, name: string) => look(page, `${name}-${language}`, testInfo as TestInfo);
    const own = await startOwn();
    await speak(own.page, language);
    await leaveTrial(new Clerk(own.page), words, (name) => see(own.page, name));
    await fillIn(new Clerk(own.page), (name) => see(own.page, name));
    const passphrase = await copyKeys(new Clerk(own.page), words, (name) => see(own.page, name));
    await own.close();

    const live = await startOwn(own.place);
    const { page } = live;
    const clerk = new Clerk(page);
    await speak(page, language);
    await signInWithPassphrase(clerk, words, { passphrase, see: (name) => see(page, name) });
    await settle(clerk, words, (name) => see(page, name));
    await clerk.chooseFromMenu(words.shell.signOut);
    await signOutAnyway(page);
    await expect(page.locator('[data-path="passphrase"]')).toHaveCount(0);
    await clerk.signIn(newClerk);
    await expect(page.locator('.frame-staff')).toContainText(newClerk.name);
    await expect(page.locator('.frame-nav')).not.toContainText(words.shell.nav.settings);
    await clerk.beginRegistration();
    await see(page, 'live-register');
  });

type Words = typeof zh | typeof en;
type See = (name: string) => Promise<void>;

async function leaveTrial(clerk: Clerk, words: Words, see: See): Promise<void> {
  const { page } = clerk;
  await see('enrol-both');
  await page.locator('.entrance button.ant-btn-primary').focus();
  await clerk.beginTrial();
  await clerk.signIn(member('administrator'));
  await openSettings(clerk, words);
  await expect(page.locator('.settings tbody tr.ant-table-row')).toHaveCount(5);
  await see('settings-people-trial');
  await page.getByRole('tab', { name: words.settings.tabs.counter }).press('Enter');
  await expect(page.locator('.settings')).toContainText(words.settings.counter.goLiveWords);
  await see('settings-counter-trial');
  await clerk.chooseFromMenu(words.shell.goLive);
  await expect(page.getByRole('dialog').getByRole('button').last()).toBeFocused();
  await see('leave-trial');
  await clerk.press('Enter');
  await expect(clerk.field('officeName')).toBeFocused();
}

/** From field to field by Enter; what is refused first is put right. */
async function fillIn(clerk: Clerk, see: See): Promise<void> {
  const { page } = clerk;
  await see('going-live-empty');
  const { pin, ...texts } = liveForm;
  for (const [path, text] of Object.entries(texts)) {
    await expect(clerk.field(path)).toBeFocused();
    await clerk.type(text);
    await clerk.press('Enter');
    if (path !== 'staffName') continue;
    for (const field of ['pin', 'pinAgain']) {
      await expect(clerk.field(field)).toBeFocused();
      await clerk.type(member('clerk').pin);
      await clerk.press('Enter');
    }
  }
  await expect(page.locator('[data-accept]')).toBeFocused();
  await clerk.press('Enter');
  await expect(clerk.said('pin')).not.toBeEmpty();
  await expect(clerk.field('pin')).toBeFocused();
  await see('going-live-refused');
  for (const field of ['pin', 'pinAgain']) {
    await expect(clerk.field(field)).toBeFocused();
    await clerk.type(pin);
    await clerk.press('Enter');
  }
  await clerk.press('Ctrl+Enter');
  await expect(page.locator('.key-sheet')).toBeVisible();
}

async function copyKeys(clerk: Clerk, words: Words, see: See): Promise<string> {
  const { page } = clerk;
  await see('key-sheet');
  const passphrase = await page.locator('.key-parts[data-kind=words] b').allInnerTexts();
  const groups = await page.locator('.key-parts[data-kind=groups] b').allInnerTexts();
  expect([passphrase.length, groups.length]).toEqual([6, 8]);
  await clerk.press('Enter');
  await expect(clerk.field('words.0')).toBeFocused();
  await expect(page.locator('.key-parts')).toHaveCount(0);
  await clerk.type('ba');
  await clerk.press('Ctrl+Enter');
  await expect(clerk.said('group')).not.toBeEmpty();
  await expect(clerk.field('words.0')).toBeFocused();
  await see('key-check-refused');
  const labels = await page.locator('.sheet-check .field-label').allInnerTexts();
  const at = labels.map((label) => Number(/\d+/.exec(label)?.[0]) - 1);
  await clerk.press('Control+a');
  for (const part of [passphrase[at[0] ?? 0], passphrase[at[1] ?? 0], groups[at[2] ?? 0]]) {
    await clerk.type(part ?? '');
    await clerk.press('Enter');
  }
  await expect(page.locator('[data-accept]')).toBeFocused();
  await clerk.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(words.signIn.starting.title);
  return passphrase.join(' ');
}

async function signInWithPassphrase(clerk: Clerk, words: Words, { passphrase, see }: { passphrase: string; see: See }) {
  const { page } = clerk;
  // The button of the language has taken the cursor away, where it was pressed.
  if (words === en) await clerk.field('passphrase').focus();
  await expect(clerk.field('passphrase')).toBeFocused();
  await expect(page.locator('.sample-staff, .trial-mark')).toHaveCount(0);
  await see('live-sign-in');
  await clerk.type('bawan zhongguo bawan zhongguo bawan zhongguo');
  await clerk.press('Enter');
  await expect(page.locator('form input').nth(1)).toBeFocused();
  await clerk.type(administrator.number);
  await clerk.press('Enter');
  await clerk.type(administrator.pin);
  await clerk.press('Enter');
  await expect(page.getByRole('alert')).toContainText(words.refusals['passphrase-wrong'].happened);
  await see('live-sign-in-refused');
  await expect(clerk.field('passphrase')).toBeFocused();
  await clerk.press('Control+a');
  await clerk.type(passphrase);
  await clerk.press('Enter');
  await expect(page.locator('.frame-status')).toBeVisible();
  await expect(page.locator('.frame-office')).toHaveText(words === zh ? liveForm.officeName : liveForm.officeNameEn);
}

/** The administrator adds a clerk and another range, and changes their own PIN. */
async function settle(clerk: Clerk, words: Words, see: See): Promise<void> {
  const { page } = clerk;
  const dialog = page.getByRole('dialog');
  await openSettings(clerk, words);
  await page.locator('.settings-head button').press('Enter');
  await expect(dialog.locator('[data-path=number] input')).toBeFocused();
  await clerk.type(newClerk.number);
  await clerk.press('Enter');
  await clerk.type(newClerk.name);
  await clerk.press('Enter', 'Enter');
  for (const path of ['pin', 'pinAgain']) {
    await expect(clerk.field(path)).toBeFocused();
    await clerk.type(newClerk.pin);
    if (path === 'pin') await clerk.press('Enter');
  }
  await see('settings-add');
  await clerk.press('Ctrl+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.settings tbody')).toContainText(newClerk.name);
  await see('settings-people');
  await page.getByRole('tab', { name: words.settings.tabs.counter }).press('Enter');
  await expect(page.getByRole('tab', { name: words.settings.tabs.counter })).toHaveAttribute('aria-selected', 'true');
  await see('settings-counter');
  await page.locator('.settings-part button').first().press('Enter');
  await expect(dialog.locator('[data-path=series] input:checked')).toBeFocused();
  await clerk.press('Enter', 'Enter');
  await expect(clerk.field('first')).toBeFocused();
  await clerk.type('1');
  await clerk.press('Enter');
  await clerk.type('10');
  await clerk.press('Ctrl+Enter');
  await expect(clerk.said('first')).not.toBeEmpty();
  await expect(clerk.field('first')).toBeFocused();
  await see('settings-range-refused');
  await clerk.press('Esc');
  await expect(dialog).toHaveCount(0);
  await clerk.chooseFromMenu(words.settings.own.item);
  await expect(clerk.field('oldPin')).toBeFocused();
  await see('change-pin');
  await clerk.press('Esc');
  await expect(dialog).toHaveCount(0);
}

async function openSettings(clerk: Clerk, words: Words): Promise<void> {
  await clerk.page.locator('.frame-nav a').last().press('Enter');
  await expect(clerk.page.locator('.frame-work h1')).toHaveText(words.settings.title);
}

/** A live counter warns that its entries are not uploaded yet. */
async function signOutAnyway(page: Page): Promise<void> {
  const confirm = page.getByRole('dialog').getByRole('button').last();
  await expect(confirm).toBeFocused();
  await confirm.press('Enter');
  await expect(page.locator('.entrance')).toBeVisible();
}
