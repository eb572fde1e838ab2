import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { en, zh } from '../../renderer/desk/i18n/words.ts';
import { extractText } from '../integration/paper-kit.ts';
import { test } from './desk-test.ts';
import { look } from './look.ts';

const sheets = (folder: string) => readdirSync(folder).filter((name) => name.startsWith('advice-sheet') && name.endsWith('.pdf'));

test('somebody who asks is told of two matters, by keyboard alone, and takes the sheet along', async ({
  clerk,
  page,
  shared,
}, testInfo) => {
  await clerk.press('F5');
  const filter = page.locator('.row-list-filter input');
  await expect(filter).toBeFocused();
  await clerk.type('租房补贴');
  await expect(page.locator('.rows tbody tr').first()).toContainText('租房补贴');
  await expect(page.locator('.matter-facts')).toContainText('住房租赁合同');
  await clerk.press('Enter');
  await expect(filter).toHaveValue('');
  await clerk.type('首次');
  await clerk.press('Enter');
  await expect(page.locator('.consult-topics button')).toHaveCount(2);
  await look(page, 'consult-zh', testInfo);
  await page.getByLabel(zh.consult.visitor).focus();
  await clerk.type('王女士');
  await clerk.press('Ctrl+Enter');
  await expect(page.locator('.consult-side .ant-alert-success')).toContainText(zh.papers.queue.states.done);
  const [sheet = '', ...more] = sheets(shared.place.papers);
  expect(more).toEqual([]);
  const words = extractText(readFileSync(join(shared.place.papers, sheet)));
  for (const said of ['咨询一次性告知单', '租房补贴', '云谷人才卡（首次办理）', '王女士']) expect(words).toContain(said);
  await look(page, 'consult-sent-zh', testInfo);
  // The next person: everything is empty, and the hand is where it was.
  await clerk.press('Ctrl+Enter');
  await expect(filter).toBeFocused();
  await expect(page.locator('.consult-topics')).toHaveCount(0);
  await expect(page.getByLabel(zh.consult.visitor)).toHaveValue('');
  await page.locator('.frame-nav a').first().press('Enter');
  await expect(page.locator('.home-today')).toContainText(zh.home.figure.advised);
});

test('a sheet is looked at and reprinted with its reason; the office’s general sheets are one button away', async ({
  clerk,
  page,
  shared,
}) => {
  const before = sheets(shared.place.papers).length;
  await clerk.press('F5');
  await expect(page.locator('.row-list-filter input')).toBeFocused();
  await clerk.type('职称');
  await clerk.press('Enter', 'Ctrl+Enter');
  await expect(page.locator('.consult-side .ant-alert-success')).toBeVisible();
  await page.getByRole('button', { name: zh.consult.again }).press('Enter');
  await expect(page.locator('.paper-preview canvas')).toHaveCount(1);
  await clerk.press('Ctrl+P');
  await expect(page.getByRole('dialog')).toContainText(zh.papers.preview.reasonNeeded);
  await page.getByRole('radio', { name: zh.papers.preview.reason.lost }).focus();
  await clerk.press('Space', 'Ctrl+P');
  await expect(page.locator('.paper-side .ant-alert-success')).toBeVisible();
  await clerk.press('Esc');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  expect(sheets(shared.place.papers)).toHaveLength(before + 2);
  await page.getByRole('button', { name: zh.consult.blankNotice }).press('Enter');
  await clerk.paperDrawn();
  await clerk.press('Ctrl+P');
  await expect(page.locator('.paper-side .ant-alert-success')).toBeVisible();
  await clerk.press('Esc');
});

test('the consultation can be used in English, too', async ({ clerk, page }, testInfo) => {
  await page.locator('button[lang]').press('Enter');
  await clerk.press('F5');
  await expect(page.locator('.matter-facts')).toBeVisible();
  await clerk.type('rent');
  await clerk.press('Enter');
  await expect(page.locator('.consult-topics')).toContainText('Rent subsidy');
  await expect(page.locator('.consult-side')).toContainText(en.consult.conditions);
  await look(page, 'consult-en', testInfo);
  await page.locator('button[lang]').press('Enter');
});
