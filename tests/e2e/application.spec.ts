import { expect } from '@playwright/test';
import { en, zh } from '../../renderer/desk/i18n/words.ts';
import { approvedTier } from '../integration/program-people.ts';
import { newcomer } from './clerk.ts';
import { test } from './desk-test.ts';
import { look } from './look.ts';

const row = (code: string) => `[data-material="${code}"]`;

test('conditions are seen, materials counted, and a form half filled in is there after a reload', async ({
  clerk,
  page,
}, testInfo) => {
  await clerk.register(newcomer('条件之人'));
  await clerk.press('Ctrl+1');
  await expect(page.locator('.choose input[type=radio]').first()).toBeFocused();
  await clerk.press('Space');
  await expect(page.locator('.tier-conditions li[data-state=missing]')).toHaveCount(1);
  await expect(page.locator('.tier-conditions li[data-state=unknown]')).toContainText(zh.application.variable.degree);
  await clerk.press('Tab', 'Space', 'ArrowDown');
  await expect(page.locator('[data-path="routeFacts.recommender"]')).toBeVisible();
  await clerk.press('Tab');
  await clerk.type('推荐人甲');
  await page
    .locator(`${row('achievement')} input`)
    .first()
    .focus();
  await clerk.type('1');
  await expect(page.locator('.tier-conditions li[data-state=met]')).toHaveCount(1);
  await clerk.press('Tab');
  await clerk.type('2');
  await clerk.press('Tab', 'Space');
  await page.locator('[data-path="aspects.innovation"] textarea').focus();
  await clerk.type('主持示例项目');
  await look(page, 'application-zh', testInfo);
  await page.waitForTimeout(700);
  await page.reload();
  await expect(page.locator('[data-path="aspects.innovation"] textarea')).toHaveValue('主持示例项目');
  await expect(page.locator('[data-path="routeFacts.recommender"] input')).toHaveValue('推荐人甲');
  await clerk.press('Ctrl+Enter');
  await expect(page.locator('.case-materials')).toContainText(`${zh.application.material.copies} 2`);
});

test('supplements are asked for, brought, and the approval can be entered again', async ({ clerk, page }, testInfo) => {
  await clerk.register(newcomer('补正之人'));
  await clerk.takeIn(approvedTier);
  await page.getByRole('button', { name: zh.application.supplement.ask }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('checkbox').first()).toBeFocused();
  // What the pack requires and isn't here is ticked already.
  await expect(dialog.getByRole('checkbox').first()).toBeChecked();
  await look(page, 'ask-supplement-zh', testInfo);
  await clerk.press('Ctrl+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.supplement-list li')).toHaveCount(2);
  await page.locator('.supplement-list input').first().focus();
  await clerk.press('Space');
  await look(page, 'supplementing-zh', testInfo);
  await clerk.press('Ctrl+Enter');
  await expect(page.locator('.supplement-list li')).toHaveCount(1);
  await page.locator('.supplement-list input').first().focus();
  await clerk.press('Space', 'Ctrl+Enter');
  await clerk.field('approval.body').fill('另一机关');
  await expect(clerk.said('approval.body')).toContainText(zh.application.otherBody);
  await clerk.field('approval.reference').fill('示例〔2026〕9号');
  await page.waitForTimeout(700);
  await page.reload();
  await expect(clerk.field('approval.reference')).toHaveValue('示例〔2026〕9号');
});

test('the same in English', async ({ clerk, page }, testInfo) => {
  await clerk.register(newcomer('英文之人'));
  await page.locator('button[lang=en]').press('Enter');
  await clerk.press('Ctrl+1');
  await expect(page.locator('.choose input[type=radio]').first()).toBeFocused();
  await clerk.press('Space', 'Tab', 'Space', 'ArrowDown');
  await expect(page.locator('.choose')).toContainText(en.application.materials);
  await look(page, 'application-en', testInfo);
  await clerk.press('Ctrl+Enter');
  await page.getByRole('button', { name: en.application.supplement.ask }).press('Enter');
  await look(page, 'ask-supplement-en', testInfo);
  await clerk.press('Esc');
  await page.locator('button[lang="zh-CN"]').press('Enter');
});
