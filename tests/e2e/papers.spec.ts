import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { zh } from '../../renderer/desk/i18n/words.ts';
import { rasteriseOne, readQrCodes } from '../integration/paper-kit.ts';
import { directTier } from '../integration/program-people.ts';
import { newcomer } from './clerk.ts';
import { test } from './desk-test.ts';

/** The papers that lie in the folder, the newest last. */
function lying(folder: string): string[] {
  const age = (name: string) => statSync(join(folder, name)).mtimeMs;
  return readdirSync(folder)
    .filter((name) => name.endsWith('.pdf'))
    .toSorted((a, b) => age(a) - age(b));
}

test('receipt, certificate and card are seen as they will be printed, printed by one key, and lie in the folder', async ({
  clerk,
  page,
  shared,
}) => {
  await clerk.register(newcomer('打印之人'));
  await clerk.takeIn(directTier);
  await clerk.print('Ctrl+4');
  await clerk.signOff();
  await expect(page.locator('.granted')).toBeVisible();
  await clerk.print('Ctrl+5');
  // The issue page: who was recognised and has no card, the newest chosen by typing.
  await clerk.press('F6');
  await expect(page.locator('.row-list-filter input, input.row-list-filter')).toBeFocused();
  await clerk.type('打印之人');
  await expect(page.locator('.rows tbody tr')).toHaveCount(1);
  await clerk.press('Enter');
  await clerk.paperDrawn(2);
  await clerk.press('Ctrl+P');
  const dialog = page.getByRole('dialog');
  await expect(dialog.locator('.ant-alert-success')).toBeVisible();
  await expect(dialog.locator('.ant-tag-success')).toHaveCount(2);
  await clerk.press('Esc');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.rows tbody tr')).toContainText(zh.issue.states['to-hand-over']);
  const kinds = lying(shared.place.papers)
    .slice(-4)
    .map((name) => name.replace(/-\d.*$/, ''));
  expect(kinds).toEqual(['receipt-received', 'recognition-certificate', 'card-front', 'card-back']);
});

test('what was printed before is printed again only with a reason, and says so in the history', async ({
  clerk,
  page,
  shared,
}) => {
  await clerk.register(newcomer());
  await clerk.takeIn(directTier);
  const before = lying(shared.place.papers).length;
  await clerk.print('Ctrl+4');
  // The queue has it; the folder a moment later.
  await expect.poll(() => lying(shared.place.papers).length).toBe(before + 1);
  await clerk.press('Ctrl+4');
  await clerk.paperDrawn();
  await clerk.press('Ctrl+P');
  await expect(page.getByRole('dialog')).toContainText(zh.papers.preview.reasonNeeded);
  await page.getByRole('radio', { name: zh.papers.preview.reason.lost }).focus();
  await clerk.press('Space', 'Ctrl+P');
  await expect(page.locator('.paper-side .ant-alert-success')).toBeVisible();
  await clerk.press('Esc', 'Esc');
  await expect(page.locator('.person')).toContainText(zh.papers.preview.reason.lost);
  await expect.poll(() => lying(shared.place.papers).length).toBe(before + 2);
});

test('a printed card’s QR, read from the paper, is valid; with a sign changed it is not; rubbish is not ours', async ({
  clerk,
  page,
  shared,
}) => {
  await clerk.register(newcomer('核验之人'));
  await clerk.takeIn(directTier);
  await clerk.signOff();
  await expect(page.locator('.granted')).toBeVisible();
  await clerk.press('Ctrl+3');
  await clerk.paperDrawn(2);
  await clerk.press('Ctrl+P');
  await expect(page.locator('.paper-side .ant-tag-success')).toHaveCount(2);
  await clerk.press('Esc');
  const card = lying(shared.place.papers).findLast((name) => name.startsWith('card-back')) ?? '';
  const [token = ''] = readQrCodes(rasteriseOne(readFileSync(join(shared.place.papers, card))));
  // A scanner types at the home page, where no box for cards is.
  await clerk.press('Esc', 'Esc');
  await page.keyboard.type(token);
  await clerk.press('Enter');
  const check = page.locator('.check');
  await expect(check.locator('.check-word')).toContainText(zh.verify.result.valid);
  await expect(check).toContainText('核验之人');
  await expect(page.getByRole('textbox', { name: zh.verify.box })).toBeFocused();
  // The next one is pasted into the box that waits for it.
  await page.keyboard.insertText(`${token.slice(0, 60)}${token[60] === 'A' ? 'B' : 'A'}${token.slice(61)}`);
  await clerk.press('Enter');
  await expect(check.locator('.check-word')).toContainText(zh.verify.result.tampered.slice(-3));
  await expect(check).not.toContainText('核验之人');
  await page.keyboard.insertText('https://example.invalid/card/1');
  await clerk.press('Enter');
  await expect(check.locator('.check-word')).toContainText(zh.verify.result['not-ours']);
  await expect(page.locator('.recent li')).toHaveCount(3);
});
