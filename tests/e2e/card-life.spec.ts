import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { zh } from '../../renderer/desk/i18n/words.ts';
import { rasteriseOne, readQrCodes } from '../integration/paper-kit.ts';
import { member } from '../integration/program-kit.ts';
import { directTier } from '../integration/program-people.ts';
import { type Clerk, newcomer } from './clerk.ts';
import { test } from './desk-test.ts';

const words = zh.cardLife;
const dialogOf = (page: Page) => page.getByRole('dialog');
const cardTag = (page: Page) => page.locator('.person-name-line');

/** Registered, recognised, with a card that was printed; the person's page is open. */
async function withMadeCard(clerk: Clerk, name: string): Promise<void> {
  const { page } = clerk;
  await clerk.register(newcomer(name));
  await clerk.takeIn(directTier);
  await clerk.signOff();
  await expect(page.locator('.granted')).toBeVisible();
  await clerk.press('Ctrl+3');
  await printShown(clerk, 2);
  await clerk.press('Ctrl+Enter');
  await expect(cardTag(page)).toContainText(words.state.made);
}

/** The papers that opened by themselves are printed, and their preview closed. */
async function printShown(clerk: Clerk, sheets: number): Promise<void> {
  await clerk.paperDrawn(sheets);
  await clerk.press('Ctrl+P');
  await expect(clerk.page.locator('.paper-side .ant-tag-success')).toHaveCount(sheets);
  await clerk.press('Esc');
  await expect(dialogOf(clerk.page)).toHaveCount(0);
}

/** The text of the QR on the card that was printed last. */
function newestToken(folder: string): string {
  const age = (name: string) => statSync(join(folder, name)).mtimeMs;
  const [newest = ''] = readdirSync(folder)
    .filter((name) => name.startsWith('card-back'))
    .toSorted((a, b) => age(b) - age(a));
  return readQrCodes(rasteriseOne(readFileSync(join(folder, newest))))[0] ?? '';
}

test('a card is handed over to its person, lost, replaced, and the old one refused, by keyboard alone', async ({
  clerk,
  page,
  shared,
}) => {
  await withMadeCard(clerk, '一生之人');
  const oldToken = newestToken(shared.place.papers);
  // 本人 is chosen already: one key, and one more for the receipt.
  await clerk.press('Ctrl+7');
  await expect(dialogOf(page).getByRole('radio', { name: words.collector.roles.self })).toBeFocused();
  await clerk.press('Ctrl+Enter');
  await printShown(clerk, 1);
  await expect(cardTag(page)).toContainText(words.state.collected);

  await clerk.press('Ctrl+8', 'Ctrl+Enter');
  await expect(dialogOf(page)).toContainText(words.reason.needed);
  await clerk.press('Space', 'Ctrl+Enter');
  await printShown(clerk, 1);
  await expect(cardTag(page)).toContainText(words.state.lost);
  await expect(page.locator('.person-timeline')).toContainText(words.reason['report-lost'].person);

  await clerk.press('Ctrl+9');
  await expect(dialogOf(page)).toContainText(words.act['replace-lost']);
  await clerk.press('Ctrl+Enter');
  await printShown(clerk, 2);
  await expect(cardTag(page)).toContainText(words.state.made);
  const newToken = newestToken(shared.place.papers);
  expect(newToken).not.toBe(oldToken);

  await clerk.press('F8');
  const check = page.locator('.check');
  for (const [token, word] of [
    [oldToken, zh.verify.withdrawn.replaced.word],
    [newToken, zh.verify.result.valid],
  ] as const) {
    await expect(page.getByRole('textbox', { name: zh.verify.box })).toBeFocused();
    await page.keyboard.insertText(token);
    await clerk.press('Enter');
    await expect(check.locator('.check-word')).toContainText(word);
  }
  await expect(page.locator('.recent li').last()).toContainText(zh.verify.withdrawn.replaced.word);
});

test('at the issue page whoever collects for another gives a name and shows a document', async ({ clerk, page }) => {
  await withMadeCard(clerk, '代领之人');
  await clerk.press('F6');
  await expect(page.locator('.row-list-filter input')).toBeFocused();
  await clerk.type('代领之人');
  await expect(page.locator('.rows tbody tr')).toHaveCount(1);
  await clerk.press('Enter');
  await expect(dialogOf(page).getByRole('radio').first()).toBeFocused();
  await clerk.press('ArrowRight', 'Ctrl+Enter');
  await expect(clerk.field('collector.name')).toBeFocused();
  await expect(clerk.said('collector.documentTail')).toContainText(zh.fieldCodes.required);
  await clerk.type('李静');
  await clerk.press('Enter');
  await expect(clerk.field('collector.documentTail')).toBeFocused();
  await clerk.type('390x');
  await clerk.press('Ctrl+Enter');
  await printShown(clerk, 1);
  await expect(page.locator('.rows tbody tr')).toHaveCount(0);
  await clerk.find('代领之人');
  await expect(page.locator('.person-timeline')).toContainText(words.collector.roles.employer);
});

test('a spoilt card is voided with the supervisor’s PIN and printed anew, unmarked', async ({ clerk, page }) => {
  await withMadeCard(clerk, '作废之人');
  await page.getByRole('tab', { name: zh.person.tabs.cards }).focus();
  await clerk.press('Enter');
  const more = page.locator('.card-acts').getByRole('button', { name: words.more });
  await more.focus();
  await clerk.press('Enter');
  await page.getByRole('menuitem', { name: words.act.void }).focus();
  await clerk.press('Enter');
  const dialog = dialogOf(page);
  await expect(dialog.getByRole('radio').first()).toBeFocused();
  // From the reason by Enter to the supervisor's two fields.
  await clerk.press('Space', 'Enter');
  await clerk.type(member('supervisor').number);
  await clerk.press('Tab');
  await clerk.type(member('supervisor').pin);
  await clerk.press('Ctrl+Enter');
  await clerk.paperDrawn(2);
  await expect(page.locator('.paper-preview')).not.toContainText(zh.papers.preview.reprintReason);
  await printShown(clerk, 2);
  await expect(cardTag(page)).toContainText(words.state.made);
});
