import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { en, zh } from '../../renderer/desk/i18n/words.ts';
import { extractText } from '../integration/paper-kit.ts';
import { member } from '../integration/program-kit.ts';
import { directTier } from '../integration/program-people.ts';
import { Clerk, newcomer } from './clerk.ts';
import { test } from './desk-test.ts';
import { look } from './look.ts';
import { speak } from './speak.ts';

for (const [language, words] of [
  ['zh', zh],
  ['en', en],
] as const) {
  test(`the auditor checks the chain, filters, and takes the list along, by keyboard alone (${language})`, async ({
    startOwn,
  }, testInfo) => {
    test.setTimeout(240_000);
    const { page, place } = await startOwn();
    const clerk = new Clerk(page);
    await clerk.beginTrial();
    await clerk.signIn();
    for (const name of ['乌日娜', '娜仁高娃']) await clerk.register(newcomer(name));
    await clerk.takeIn(directTier);
    await clerk.print('Ctrl+4');
    await expect(page.locator('.frame-nav')).not.toContainText(zh.shell.nav.audit);
    await clerk.signOut(zh);
    await clerk.signIn(member('auditor'));
    await speak(page, language);
    await page.getByRole('link', { name: words.shell.nav.audit }).press('Enter');
    const rows = page.locator('.audit-list tbody tr.ant-table-row');
    await expect(rows.first()).toContainText(words.person.history.session['signed-in']);
    // A sign-out had signed the head; whoever sits down now comes after it.
    await expect(page.locator('.audit-facts')).toContainText(/[1-9]/);
    await page.getByRole('button', { name: words.audit.chain.check }).press('Enter');
    await expect(page.locator('.audit-checked[data-sound]')).toBeVisible();
    await look(page, `audit-${language}`, testInfo);

    const kind = page.getByRole('combobox', { name: words.audit.filter.kind, exact: true });
    await kind.focus();
    await clerk.type(words.person.history.talent.registered);
    await clerk.press('Enter');
    await expect(rows).toHaveCount(2);
    const person = page.getByRole('combobox', { name: words.audit.filter.person, exact: true });
    await person.focus();
    await clerk.type('wuri');
    await expect(page.locator('.ant-select-item-option', { hasText: '乌日娜' })).toHaveCount(1);
    await clerk.press('Enter');
    await expect(rows).toHaveCount(1);
    await expect(rows).toContainText('乌日娜');
    await look(page, `audit-filtered-${language}`, testInfo);
    await page.getByRole('button', { name: words.audit.export.csv }).press('Enter');
    await expect(page.locator('.audit .ant-alert-success')).toContainText('.csv');
    await page.getByRole('button', { name: words.audit.filter.clear, exact: true }).press('Enter');
    await expect(rows.first()).toContainText(words.person.history.audit.exported);
    await page.getByRole('button', { name: words.audit.export.pdf }).press('Enter');
    await expect(page.locator('.audit .ant-alert-success')).toContainText('.pdf');
    await look(page, `audit-exported-${language}`, testInfo);
    const pdf = readdirSync(place.papers).find((name) => name.startsWith('审计清单') && name.endsWith('.pdf')) ?? '';
    expect(extractText(readFileSync(join(place.papers, pdf)))).toContain('乌日娜');
    await page.getByLabel(words.audit.filter.to).fill('2000-01-01');
    await expect(page.locator('.audit')).toContainText(words.audit.list.none);
    await look(page, `audit-nothing-${language}`, testInfo);
  });
}
