import { expect } from '@playwright/test';
import { zh } from '../../renderer/desk/i18n/words.ts';
import { newcomer } from './clerk.ts';
import { test } from './desk-test.ts';
import { look } from './look.ts';

test('what was registered is all there to be read, a scan included, and whoever compared an original is named', async ({
  clerk,
  page,
}, testInfo) => {
  await clerk.beginRegistration();
  await clerk.fillIn(newcomer('档案之人'));
  await page.getByRole('button', { name: zh.register.rows.evidence.add }).press('Enter');
  const row = page.locator('[data-section=evidence]');
  await row.getByRole('combobox').first().fill(zh.register.evidenceKind['employment-contract']);
  await clerk.press('Enter');
  await row.getByLabel(zh.register.field.evidence.originals, { exact: true }).fill('1');
  await row.getByLabel(zh.register.evidence.seenTick).check();
  await row.locator('[data-path$=".file"] input[type=file]').setInputFiles('tests/fixtures/scans/document.png');
  // Stored, not only on its way: its size is said.
  await expect(row).toContainText('KB');
  await clerk.press('Ctrl+Enter');
  await expect(page.locator('.person-actions')).toBeVisible();
  await page.getByRole('tab', { name: zh.person.tabs.record }).press('Enter');
  const record = page.getByRole('tabpanel');
  await expect(record).toContainText(zh.register.evidenceKind['employment-contract']);
  await expect(record).toContainText(/王敏 \d{4}-\d{2}-\d{2}/);
  await expect(record).toContainText(zh.register.role.self);
  await record.getByRole('button', { name: zh.person.record.view }).press('Enter');
  await expect(page.getByRole('dialog').getByRole('img', { name: /document\.png/ })).toBeVisible();
  await clerk.press('Esc');
  await look(page, 'person-record', testInfo);
});
