import { expect, type Page, type TestInfo } from '@playwright/test';
import { en, zh } from '../../renderer/desk/i18n/words.ts';
import { member } from '../integration/program-kit.ts';
import { directTier } from '../integration/program-people.ts';
import { Clerk, newcomer } from './clerk.ts';
import { test } from './desk-test.ts';
import { look } from './look.ts';

const [first, second, supervisor] = [member('clerk'), member('clerk', true), member('supervisor')];
const dialogOf = (page: Page) => page.getByRole('dialog');

async function speak(page: Page, language: 'zh' | 'en'): Promise<void> {
  const button = page.locator('button[lang]');
  if ((await button.getAttribute('lang'))?.startsWith(language)) await button.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', new RegExp(`^${language}`));
}

/** Signs out over whatever is still open, and somebody else sits down. */
async function changePlaces(clerk: Clerk, who: typeof first, words: typeof zh | typeof en = zh): Promise<void> {
  await clerk.signOut(words);
  await clerk.signIn(who);
}

/** Registered and recognised with the supervisor beside; the card has its number. The person's page is open. */
async function withCard(clerk: Clerk, name: string): Promise<void> {
  const { page } = clerk;
  await clerk.register(newcomer(name));
  await clerk.takeIn(directTier);
  await clerk.signOff();
  await expect(page.locator('.granted')).toBeVisible();
  await clerk.press('Ctrl+3');
  await clerk.paperDrawn(2);
  await clerk.press('Esc');
  await expect(dialogOf(page)).toHaveCount(0);
  await clerk.find(name);
  await expect(page.locator('.person-name')).toHaveText(name);
}

async function beginCardAct(clerk: Clerk, act: string, words: typeof zh | typeof en = zh): Promise<void> {
  const { page } = clerk;
  await page.getByRole('tab', { name: words.person.tabs.cards }).focus();
  await clerk.press('Enter');
  await page.locator('.card-acts').getByRole('button', { name: words.cardLife.more }).focus();
  await clerk.press('Enter');
  await page.getByRole('menuitem', { name: act, exact: true }).focus();
  await clerk.press('Enter');
  await expect(dialogOf(page).getByRole('radio').first()).toBeFocused();
}

for (const [language, words] of [
  ['zh', zh],
  ['en', en],
] as const) {
  test(`a clerk alone leaves two acts, the supervisor signs in and approves both, no PIN is shared (${language})`, async ({
    startOwn,
  }, testInfo) => {
    test.setTimeout(180_000);
    const { page } = await startOwn();
    const clerk = new Clerk(page);
    const see = (name: string) => look(page, `${name}-${language}`, testInfo);
    await clerk.beginTrial();
    await clerk.signIn(first);
    await speak(page, language);
    await withCard(clerk, '注销之人');
    await beginCardAct(clerk, words.cardLife.act.cancel, words);
    // Without a reason nothing is left.
    await clerk.press('Ctrl+Shift+Enter');
    await expect(dialogOf(page)).toContainText(words.cardLife.reason.needed);
    await clerk.press('Space');
    await dialogOf(page).getByLabel(words.approvals.leave.note).focus();
    await clerk.type('主管周五回来');
    await see('leave-a-card-act');
    await clerk.press('Ctrl+Shift+Enter');
    await expect(dialogOf(page)).toHaveCount(0);
    const waiting = page.locator('.waiting-approvals');
    await expect(waiting).toContainText('主管周五回来');
    await expect(waiting).toContainText(words.approvals.asked.cancel);
    await page.locator('.card-acts').getByRole('button', { name: words.cardLife.more }).press('Enter');
    await expect(page.getByRole('menuitem', { name: words.cardLife.act.revoke, exact: true })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: words.cardLife.act.cancel, exact: true })).toHaveCount(0);
    await clerk.press('Esc');
    await see('person-waiting');
    await page.locator('.frame-nav a').first().focus();
    await clerk.press('?');
    await expect(page.locator('.person-absent')).toContainText(words.person.absent['waits-for-review']);
    await see('person-why');

    await clerk.register(newcomer('直接之人'));
    await clerk.takeIn(directTier);
    await clerk.press('Ctrl+Enter');
    await expect(dialogOf(page).locator('input').first()).toBeFocused();
    await see('leave-a-grant');
    await clerk.press('Ctrl+Shift+Enter');
    await expect(dialogOf(page)).toHaveCount(0);
    await expect(page.locator('.decide .waiting-approvals')).toContainText(words.approvals.asked['grant-directly']);
    await see('decide-waiting');
    await clerk.press('F7');
    await expect(page.locator('.rows tbody tr')).toHaveCount(1);
    await clerk.chooseFromMenu(words.shell.signOut);
    await expect(dialogOf(page)).toBeVisible();
    await see('sign-out');
    await clerk.press('Enter');

    await clerk.signIn(supervisor);
    const lines = page.locator('.waiting-lines');
    await expect(lines).toContainText(words.home.line.approvals);
    await see('home-supervisor');
    await clerk.press('F7');
    await expect(page.locator('.rows tbody tr')).toHaveCount(2);
    await see('review-asked');
    for (const left of [1, 0]) {
      await expect(page.locator('.row-list-filter input')).toBeFocused();
      await clerk.press('Enter');
      await expect(dialogOf(page)).toBeVisible();
      if (left === 1) await see('approval');
      await clerk.press('Ctrl+Enter');
      await expect(dialogOf(page)).toHaveCount(0);
      if (left > 0) await expect(page.locator('.rows tbody tr')).toHaveCount(left);
    }
    await expect(page.locator('.frame-work .ant-empty')).toBeVisible();
    await changePlaces(clerk, first, words);
    await clerk.find('注销之人');
    await expect(page.locator('.person-name-line')).toContainText(words.cardLife.state.cancelled);
    await expect(page.locator('.person-timeline')).toContainText(words.person.history.approval.requested);
    await expect(page.locator('.person-timeline')).toContainText(supervisor.name);
    await see('person-approved');
    await clerk.find('直接之人');
    await expect(page.locator('.person-name-line .ant-tag-success')).toBeVisible();
  });

  test(`what is declined stays on the clerk’s home page until it is read (${language})`, async ({ clerk, page }, testInfo) => {
    test.setTimeout(120_000);
    await speak(page, language);
    const name = language === 'zh' ? '未批之人' : '未批之二';
    await withCard(clerk, name);
    await beginCardAct(clerk, words.cardLife.act.revoke, words);
    await clerk.press('Space', 'Ctrl+Shift+Enter');
    await expect(dialogOf(page)).toHaveCount(0);
    await changePlaces(clerk, supervisor, words);
    await clerk.press('F7');
    await expect(page.locator('.row-list-filter input')).toBeFocused();
    await clerk.type(name);
    await clerk.press('Enter', 'Ctrl+D');
    await expect(clerk.field('reason')).toBeFocused();
    await clerk.press('Ctrl+Enter');
    await expect(clerk.said('reason')).toContainText(words.fieldCodes.required);
    await clerk.type('没有附撤销决定');
    await look(page, `decline-${language}`, testInfo);
    await clerk.press('Enter');
    await expect(dialogOf(page)).toHaveCount(0);
    await changePlaces(clerk, first, words);
    const declined = page.locator('.waiting-declined', { hasText: name });
    await expect(declined).toContainText('没有附撤销决定');
    await look(page, `home-declined-${language}`, testInfo);
    await declined.getByRole('button').focus();
    await clerk.press('Enter');
    await expect(declined).toHaveCount(0);
  });

  test(`open matters go to a colleague with a note, who takes them on (${language})`, async ({ clerk, page }, testInfo) => {
    test.setTimeout(120_000);
    await speak(page, language);
    const name = language === 'zh' ? '交接之人' : '交接之二';
    await clerk.register(newcomer(name));
    await clerk.takeIn(directTier);
    await clerk.press('F4');
    await expect(page.locator('.row-list-filter input')).toBeFocused();
    await clerk.type(name);
    await expect(page.locator('.rows tbody tr')).toHaveCount(1);
    await look(page, `matters-${language}`, testInfo);
    await clerk.press('Ctrl+H');
    await expect(dialogOf(page).getByRole('radio').first()).toBeFocused();
    await clerk.press('Ctrl+Enter');
    await expect(clerk.said('to')).toContainText(words.fieldCodes.required);
    await dialogOf(page).getByRole('radio', { name: second.name }).focus();
    await clerk.press('Space', 'Tab');
    await clerk.type('材料在二号柜');
    await look(page, `hand-on-${language}`, testInfo);
    await clerk.press('Ctrl+Enter');
    await expect(dialogOf(page)).toHaveCount(0);
    await expect(page.locator('.rows tbody tr')).toContainText(second.name);
    await changePlaces(clerk, second, words);
    await expect(page.locator('.waiting-lines')).toContainText(words.home.line.handedToMe);
    await clerk.press('F4');
    await expect(page.locator('.handed-to-me')).toContainText('材料在二号柜');
    await look(page, `matters-handed-${language}`, testInfo);
    await clerk.press('Ctrl+Enter');
    await expect(page.locator('.handed-to-me')).toHaveCount(0);
    await columnsAreKept(clerk, words, testInfo);
    await changePlaces(clerk, first, words);
  });
}

async function columnsAreKept(clerk: Clerk, words: typeof zh | typeof en, testInfo: TestInfo): Promise<void> {
  const { page } = clerk;
  const team = page.getByRole('columnheader', { name: words.matters.team, exact: true });
  await expect(team).toBeVisible();
  await page.getByRole('button', { name: words.matters.columnsLabel }).press('Enter');
  const item = page.getByRole('menuitemcheckbox', { name: words.matters.team, exact: true });
  await item.focus();
  await look(page, `columns-${words.matters.title}`, testInfo);
  await clerk.press('Enter');
  await expect(team).toHaveCount(0);
  await page.reload();
  await expect(page.locator('.rows')).toBeVisible();
  await speak(page, words === en ? 'en' : 'zh');
  await expect(team).toHaveCount(0);
  await page.getByRole('button', { name: words.matters.columnsLabel }).press('Enter');
  await item.focus();
  await clerk.press('Enter');
  await expect(team).toBeVisible();
}

test('`?` on a person’s page says first why what is absent is absent, and then all keys', async ({ clerk, page }) => {
  await clerk.register(newcomer('问号之人'));
  await page.locator('.frame-nav a').first().focus();
  await clerk.press('?');
  await expect(page.locator('.person-absent')).toContainText(zh.person.absent['no-card']);
  await clerk.press('?');
  await expect(dialogOf(page)).toContainText(zh.shell.key.handOn);
  await clerk.press('Esc');
});
