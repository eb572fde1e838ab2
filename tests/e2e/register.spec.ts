import { expect } from '@playwright/test';
import { en, zh } from '../../renderer/desk/i18n/words.ts';
import { maskIdNumber } from '../../shared/domain/talent/masking.ts';
import { newcomer } from './clerk.ts';
import { test } from './desk-test.ts';

test('somebody is registered by keyboard alone, and the number fills what it tells', async ({ clerk, page }) => {
  const facts = newcomer('欧阳春晓');
  await clerk.beginRegistration();
  await clerk.fillIn(facts);
  await expect(clerk.field('document.kind')).toHaveValue(zh.register.kind['resident-id']);
  await expect(clerk.field('identity.birthDate')).toHaveValue(facts.identity.birthDate);
  await expect(clerk.said('identity.birthDate')).toHaveText(zh.register.filled.confirmed);
  // Never from the digits: they only say where the number was issued.
  await expect(clerk.field('identity.householdPlace')).toHaveValue('');
  await clerk.press('Ctrl+Enter');
  await expect(page.locator('.person-name')).toHaveText('欧阳春晓');
  await expect(page.locator('.person-identity')).toContainText(maskIdNumber(facts.document.number));
  await expect(page.locator('.person-identity')).not.toContainText(facts.document.number);
});

for (const [language, words] of [
  ['zh', zh],
  ['en', en],
] as const) {
  test(`a field is checked when it is left, never while it is typed, and says why beside it (${language})`, async ({
    clerk,
    page,
  }) => {
    if (language === 'en') await page.locator('.frame-staff [lang=en]').press('Enter');
    const { number } = newcomer().document;
    const wrong = number.slice(0, -1) + (number.endsWith('1') ? '2' : '1');
    await clerk.beginRegistration();
    await clerk.type(wrong);
    await expect(clerk.said('document.number')).toHaveText('');
    await clerk.press('Enter');
    await expect(clerk.said('document.number')).toContainText(words.fieldCodes['id-check-digit']);
    await expect(clerk.field('document.number')).toHaveAttribute('aria-invalid', 'true');
    await clerk.field('employment.uscc').focus();
    await clerk.type('91150105WYLF55TH35');
    await clerk.press('Tab');
    await expect(clerk.said('employment.uscc')).toContainText(words.fieldCodes['uscc-check']);
    await clerk.field('contact.phone').focus();
    await clerk.type('1380');
    await clerk.press('Tab');
    await expect(clerk.said('contact.phone')).toContainText(words.fieldCodes['phone-format']);
    // Accepting with faults registers nobody: the cursor goes to the first of them.
    await clerk.press('Ctrl+Enter');
    await expect(clerk.field('document.number')).toBeFocused();
    await clerk.type(number);
    await clerk.press('Enter');
    await expect(clerk.said('document.number')).not.toContainText(words.fieldCodes['id-check-digit']);
  });
}

test('what is pasted untidily is mended, and what was mended is said', async ({ clerk, page }) => {
  const facts = newcomer();
  await clerk.beginRegistration();
  await page.keyboard.insertText(` ${facts.document.number.slice(0, 6)} ${facts.document.number.slice(6)} `);
  await clerk.press('Enter');
  await expect(clerk.field('document.number')).toHaveValue(facts.document.number);
  await expect(clerk.said('document.number')).toContainText(zh.fieldNotes.change.spaces);
});

test('a person who is here already stops the registration, with a way to their page', async ({ clerk, page }) => {
  const facts = newcomer('呼日勒巴特尔');
  await clerk.register(facts);
  await clerk.beginRegistration();
  await clerk.type(facts.document.number);
  await clerk.press('Enter');
  await expect(clerk.said('document.number')).toContainText(zh.fieldCodes['already-registered']);
  await expect(page.locator('.likely')).toContainText('呼日勒巴特尔');
  await clerk.press('Ctrl+Enter');
  await expect(page.locator('.register')).toBeVisible();
  await page.locator('[data-path="document.number"]').getByRole('link').press('Enter');
  await expect(page.locator('.person-name')).toHaveText('呼日勒巴特尔');
});

test('Ctrl+Enter pressed twice at once registers once', async ({ clerk, page }) => {
  const facts = newcomer('双击一次');
  await clerk.beginRegistration();
  await clerk.fillIn(facts);
  await Promise.all([clerk.press('Ctrl+Enter'), clerk.press('Ctrl+Enter'), clerk.press('Ctrl+Enter')]);
  await expect(page.locator('.person-name')).toHaveText('双击一次');
  await clerk.press('F2');
  await clerk.type(facts.document.number.slice(-6));
  await expect(page.locator('.search-hit')).toHaveCount(1);
  await clerk.press('Esc');
  await clerk.beginRegistration();
  await expect(page.locator('.register-side')).not.toContainText('双击一次');
});

test('a known employer that is typed whole asks for no key more than a new one', async ({ clerk, page }) => {
  const first = newcomer('先来的同事');
  await clerk.register(first);
  const second = { ...newcomer('后来的同事'), employment: first.employment };
  await clerk.register(second);
  await expect(page.locator('.person-name')).toHaveText('后来的同事');
});
