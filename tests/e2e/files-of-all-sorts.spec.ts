import { expect, type Page } from '@playwright/test';
import { PDFDocument } from 'pdf-lib';
import { zh } from '../../renderer/desk/i18n/words.ts';
import { photoSize } from '../../shared/domain/evidence/evidence-item.ts';
import { newcomer } from './clerk.ts';
import { test } from './desk-test.ts';

const { fault } = zh.camera.photo;
const { fileReason } = zh.troubles;

const photoInput = (page: Page) => page.locator('[data-path="photo"] input[type=file]');
const portrait = (page: Page) => page.locator('img.photo-picture');

/** A JPEG as a large camera gives it, with something to see on it; the browser draws it, since nothing here makes one faster. */
async function largeJpeg(page: Page, widthPx: number, heightPx: number): Promise<Buffer> {
  const base64 = await page.evaluate(`(async () => {
    const canvas = new OffscreenCanvas(${widthPx}, ${heightPx});
    const pen = canvas.getContext('2d');
    pen.fillStyle = '#8fb3c9';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.fillStyle = '#d9a07a';
    pen.fillRect(canvas.width * 0.35, canvas.height * 0.2, canvas.width * 0.3, canvas.height * 0.6);
    const jpeg = await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.8 });
    return new Uint8Array(await jpeg.arrayBuffer()).toBase64();
  })()`);
  return Buffer.from(String(base64), 'base64');
}

test('a photo of forty megapixels becomes a portrait of the right size and is on the record', async ({ clerk, page }) => {
  test.setTimeout(120_000);
  await clerk.beginRegistration();
  await clerk.fillIn(newcomer('四千万像素之人'));
  const buffer = await largeJpeg(page, 8_000, 5_000);
  await photoInput(page).setInputFiles({ name: 'DSC_0001.JPG', mimeType: 'image/jpeg', buffer });
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('group', { name: zh.camera.photo.frame })).toBeVisible();
  await expect(dialog.getByRole('button', { name: zh.camera.use })).toBeFocused();
  // Pressed twice: still one photo.
  await clerk.press('Enter', 'Enter');
  await expect(portrait(page)).toBeVisible();
  const size = await page.evaluate(
    `[...document.querySelectorAll('img.photo-picture')].map((image) => [image.naturalWidth, image.naturalHeight])`,
  );
  expect(size).toEqual([[photoSize.widthPx, photoSize.heightPx]]);
  await clerk.press('Ctrl+Enter');
  await expect(page.locator('.person-name')).toHaveText('四千万像素之人');
  await expect(portrait(page)).toBeVisible();
});

test('what is no photo is said to be none, and the registration goes on', async ({ clerk, page }) => {
  await clerk.beginRegistration();
  const dialog = page.getByRole('dialog');
  const jpeg = await largeJpeg(page, 800, 1_000);
  for (const [name, buffer, words] of [
    ['页面.jpg', Buffer.from('<html>照片</html>'), fault['not-an-image']],
    ['空.jpg', Buffer.alloc(0), fault['not-an-image']],
    ['坏.jpg', Buffer.concat([jpeg.subarray(0, 3), Buffer.alloc(5_000, 7)]), fault.damaged],
  ] as const) {
    await photoInput(page).setInputFiles({ name, mimeType: 'image/jpeg', buffer });
    await expect(dialog.getByRole('alert')).toHaveText(words);
    await clerk.press('Esc');
    await expect(dialog).toHaveCount(0);
  }
  await expect(portrait(page)).toHaveCount(0);
  await photoInput(page).setInputFiles({ name: '好.jpg', mimeType: 'image/jpeg', buffer: jpeg });
  await expect(dialog.getByRole('button', { name: zh.camera.use })).toBeFocused();
  await clerk.press('Enter');
  await expect(portrait(page)).toBeVisible();
});

test('a scan with a script, of another kind or cut off is refused in words, and its row stays to be filled', async ({
  clerk,
  page,
}) => {
  await clerk.beginRegistration();
  await page.locator('[data-adds="evidence"]').press('Enter');
  const file = page.locator('[data-path="evidence.0.file"]');
  const pdf = await PDFDocument.create();
  pdf.addPage();
  const plain = Buffer.from(await pdf.save());
  pdf.addJavaScript('open', 'app.alert(1)');
  const scripted = Buffer.from(await pdf.save());
  for (const [name, buffer, words] of [
    ['合同.pdf', scripted, fileReason.scripted],
    ['合同.jpg', Buffer.from('MZ not a picture'), fileReason['not-pdf-jpeg-png']],
    ['截断.pdf', plain.subarray(0, 60), fileReason.damaged],
    ['空.pdf', Buffer.alloc(0), fileReason.empty],
  ] as const) {
    await file.locator('input[type=file]').setInputFiles({ name, mimeType: 'application/octet-stream', buffer });
    await expect(file).toContainText(words);
    await expect(file.getByText(name, { exact: true })).toHaveCount(0);
  }
  await file.locator('input[type=file]').setInputFiles({ name: '合同.pdf', mimeType: 'application/pdf', buffer: plain });
  await expect(file.getByText('合同.pdf', { exact: true })).toBeVisible();
  await expect(file).not.toContainText(fileReason.empty);
});
