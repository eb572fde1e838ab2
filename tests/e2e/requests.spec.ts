import { expect } from '@playwright/test';
import { zh } from '../../renderer/desk/i18n/words.ts';
import { member } from '../integration/program-kit.ts';
import { newcomer } from './clerk.ts';
import { test } from './desk-test.ts';
import { look } from './look.ts';
import { speak } from './speak.ts';

const words = zh.requests;

test('a person asks to see and to have corrected what is held; by keyboard, to the printed answer', async ({
  clerk,
  page,
}, testInfo) => {
  test.setTimeout(120_000);
  await clerk.register(newcomer('请求之人'));
  await page.getByRole('link', { name: words.open }).press('Enter');
  await expect(page.locator('.requests')).toBeVisible();
  await look(page, 'requests-empty', testInfo);
  await page.locator('[data-path="words"] textarea').fill('想看登记了什么');
  await page.getByRole('button', { name: words.receive.button }).press('Enter');
  const card = page.locator('.requests-card').first();
  await expect(card).toContainText('想看登记了什么');
  await card.getByRole('button', { name: words.act.answer }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('radio').first()).toBeFocused();
  await clerk.press('Ctrl+Enter');
  await expect(card).toContainText(words.list.decision.granted);
  await look(page, 'requests-answered', testInfo);
  await speak(page, 'en');
  await look(page, 'requests-answered-en', testInfo);
  await speak(page, 'zh');
  await card.getByRole('button', { name: words.act.printData }).press('Enter');
  await clerk.paperDrawn();
  await expect(page.locator('.paper-side').first()).toContainText(zh.papers.preview.covered);
  await look(page, 'requests-paper', testInfo);
  await clerk.press('Ctrl+P');
  await expect(page.locator('.paper-side .ant-alert-success')).toBeVisible();
  await clerk.press('Esc');
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.getByRole('link', { name: words.back }).press('Enter');
  await page.getByRole('link', { name: words.correct.open, exact: true }).press('Enter');
  await clerk.field('contact.phone').fill('13911112222');
  await clerk.field('identity.name').fill('请求之仁');
  const emptied = { field: words.field['employment.position'] };
  await page.getByRole('button', { name: words.correct.emptyOf.replace('{{field}}', emptied.field) }).press('Enter');
  await expect(clerk.field('employment.position')).toHaveAttribute('placeholder', words.correct.emptied);
  await look(page, 'correct', testInfo);
  await speak(page, 'en');
  await look(page, 'correct-en', testInfo);
  await speak(page, 'zh');
  await clerk.press('Ctrl+Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await look(page, 'correct-sign-off', testInfo);
  await dialog.locator('input[type=file]').setInputFiles('tests/fixtures/scans/document.png');
  await expect(dialog.locator('.scan strong')).toBeVisible();
  await dialog.getByLabel(zh.signOff.staffNumber).fill(member('supervisor').number);
  await dialog.locator('input[type=password]').fill(member('supervisor').pin);
  await clerk.press('Ctrl+Enter');
  await expect(page.locator('.person-name')).toHaveText('请求之仁');
  await expect(page.locator('.timeline')).toContainText(zh.person.history.talent.corrected);
  await expect(page.locator('.frame-work')).not.toContainText('工程师');
});

test('an erasure: refused while something needs the data; else decided, printed, and carried out', async ({
  clerk,
  page,
}, testInfo) => {
  test.setTimeout(120_000);
  await clerk.register(newcomer('清除之人'));
  await page.getByRole('link', { name: words.open }).press('Enter');
  await page.getByRole('radio', { name: words.kind.erase }).check();
  await page.locator('[data-path="words"] textarea').fill('请删除我的信息');
  await page.getByRole('button', { name: words.receive.button }).press('Enter');
  const card = page.locator('.requests-card').first();
  await card.getByRole('button', { name: words.act.answer }).press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await look(page, 'requests-erase', testInfo);
  await dialog.getByLabel(zh.signOff.staffNumber).fill(member('supervisor').number);
  await dialog.locator('input[type=password]').fill(member('supervisor').pin);
  await clerk.press('Ctrl+Enter');
  await expect(card.getByRole('button', { name: words.act.erase })).toBeDisabled();
  await card.getByRole('button', { name: words.act.printAnswer }).press('Enter');
  await clerk.paperDrawn();
  await look(page, 'requests-answer-paper', testInfo);
  await clerk.press('Ctrl+P');
  await expect(page.locator('.paper-side .ant-alert-success')).toBeVisible();
  await clerk.press('Esc');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(card.getByRole('button', { name: words.act.erase })).toBeEnabled();
  // It comes out of the printer first.
  await expect(async () => {
    await card.getByRole('button', { name: words.act.erase }).press('Enter');
    await clerk.press('Ctrl+Enter');
    await expect(page.getByRole('alert')).toContainText('已清除', { timeout: 1_000 });
  }).toPass();
  await expect(page.locator('.timeline')).toContainText(zh.person.history.person.redacted);
  await expect(page.locator('.person-name')).toHaveCount(0);
  await look(page, 'person-erased', testInfo);
});
