import { writeFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { sampleApproval } from '../../electron/program/demo/sample-approval.ts';
import { zh } from '../../renderer/desk/i18n/words.ts';
import { idCheckCharacter } from '../../shared/standards/gb-11643.ts';
import { mrzCheckDigit } from '../../shared/standards/mrz-check-digit.ts';
import { member } from '../integration/program-kit.ts';
import { Clerk, newcomer } from './clerk.ts';
import { test } from './desk-test.ts';

const words = zh.register;

/** A passport's zone whose check digits hold. */
function passportZone(number: string): readonly [string, string] {
  const birth = '850711';
  const expiry = '330101';
  const [a, b, c] = [mrzCheckDigit(number), mrzCheckDigit(birth), mrzCheckDigit(expiry)];
  const optional = '<'.repeat(14);
  const all = mrzCheckDigit(`${number}${a}${birth}${b}${expiry}${c}${optional}<`);
  return [`P<DEUMUSTERMANN<<ERIKA${'<'.repeat(22)}`, `${number}${a}DEU${birth}${b}F${expiry}${c}${optional}<${all}`];
}

/** Employer, contact and notice, as every registration has them. */
async function fillTheRest(clerk: Clerk, { employment, contact }: ReturnType<typeof newcomer>): Promise<void> {
  for (const [path, text] of [
    ['employment.employerName', employment.employerName],
    ['employment.uscc', employment.uscc],
    ['contact.phone', contact.phone],
  ] as const) {
    await clerk.field(path).focus();
    await clerk.type(text);
    await clerk.press('Enter');
  }
  await clerk.field('employment.engagement').first().focus();
  await clerk.press('Space', 'Ctrl+I');
}

/** A field that takes a table's value: typed in part, the first that fits taken by Enter. */
async function pick(clerk: Clerk, path: string, text: string): Promise<void> {
  await clerk.field(path).focus();
  await clerk.type(text);
  await expect(clerk.page.locator('.ant-select-item-option-active:visible')).toBeVisible();
  await clerk.press('Enter');
}

async function put(clerk: Clerk, path: string, text: string): Promise<void> {
  await clerk.field(path).fill(text);
  await clerk.press('Tab');
}

const name = (page: Page) => page.locator('.person-name');

test('a reader types a passport’s zone into the number, and everything it says is filled in to be compared', async ({
  clerk,
  page,
}) => {
  const [first, second] = passportZone('C01X00T47');
  await clerk.beginRegistration();
  await clerk.type(first);
  await clerk.press('Enter');
  // The reader isn't done: its next line goes on where the first one stopped.
  await expect(clerk.field('document.number')).toBeFocused();
  await clerk.type(second);
  await clerk.press('Enter');
  await expect(clerk.field('document.number')).toHaveValue('C01X00T47');
  await expect(clerk.field('document.kind')).toHaveValue(words.kind.passport);
  await expect(clerk.field('identity.name')).toHaveValue('MUSTERMANN ERIKA');
  await expect(clerk.field('identity.birthDate')).toHaveValue('1985-07-11');
  await expect(clerk.field('identity.nationality')).toHaveValue('德国');
  await expect(clerk.field('document.validTo').first()).toHaveValue('2033-01-01');
  await expect(clerk.said('identity.birthDate')).toHaveText(words.filled['to-confirm']);
  await expect(page.locator('.mrz-note')).toContainText(words.mrz.read);
  await fillTheRest(clerk, newcomer());
  await clerk.press('Ctrl+Enter');
  await expect(name(page)).toHaveText('MUSTERMANN ERIKA');
});

test('a zone that was misread says which check digits fail and where, and mends nothing by itself', async ({ clerk, page }) => {
  const [first, second] = passportZone('C01X00T47');
  await clerk.beginRegistration();
  await clerk.type(first + second.replace('C01X00T47', 'CO1X00T47'));
  await clerk.press('Enter');
  await expect(clerk.field('document.number')).toHaveValue('CO1X00T47');
  await expect(page.locator('.mrz-note')).toContainText(words.mrz.check.number);
  await expect(page.locator('.mrz-note')).toContainText('可能是 0');
});

test('whoever applies for somebody else names the authorisation, whose letter joins the materials', async ({
  clerk,
  page,
}, testInfo) => {
  const facts = newcomer('委托之人');
  const scan = testInfo.outputPath('letter.pdf');
  await writeFile(scan, await sampleApproval('letter'));
  await clerk.beginRegistration();
  await clerk.fillIn(facts);
  await page.locator('[data-path="intake.applicant.role"] input').first().focus();
  await clerk.press('ArrowRight', 'ArrowRight');
  await expect(clerk.field('intake.applicant.name')).toBeVisible();
  await clerk.press('Ctrl+Enter');
  await expect(clerk.said('intake.applicant.name')).toContainText(zh.fieldCodes.required);
  await put(clerk, 'intake.applicant.name', '代办人');
  await pick(clerk, 'intake.applicant.document.kind', '居民身份证');
  await put(clerk, 'intake.applicant.document.number', newcomer().document.number);
  await put(clerk, 'intake.applicant.authorisation.scope', '代为登记');
  await page.locator('.needed-material button').press('Enter');
  await expect(clerk.field('evidence.0.kind')).toHaveValue(words.evidenceKind.authorisation);
  await expect(page.locator('[data-row^="evidence."]')).toHaveCount(1);
  await clerk.field('evidence.0.file').setInputFiles(scan);
  await expect(page.locator('[data-path="evidence.0.file"] strong')).toHaveText('letter.pdf');
  await clerk.press('Ctrl+Enter');
  await expect(name(page)).toHaveText('委托之人');
});

test('a supervisor accepts a number whose check digit is wrong, beside an image of the document', async ({
  clerk,
  page,
}, testInfo) => {
  const facts = newcomer('校验不符之人');
  const digits = facts.document.number.slice(0, 17);
  const wrong = digits + (idCheckCharacter(digits) === '1' ? '2' : '1');
  const image = testInfo.outputPath('card.pdf');
  await writeFile(image, await sampleApproval('card'));
  await clerk.beginRegistration();
  await clerk.type(wrong);
  await clerk.press('Enter');
  await page.locator('[data-path="document.number"]').getByRole('button').press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toContainText(wrong);
  await dialog.locator('input[type=file]').setInputFiles(image);
  await expect(dialog.locator('strong').first()).toHaveText('card.pdf');
  await dialog.locator('form input').first().fill(member('supervisor').number);
  await dialog.locator('form input').last().fill(member('supervisor').pin);
  await clerk.press('Ctrl+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(clerk.said('document.number')).toContainText('已由');
  await expect(clerk.field('identity.birthDate')).toHaveValue(facts.identity.birthDate);
  await put(clerk, 'identity.name', facts.identity.name);
  await fillTheRest(clerk, facts);
  await clerk.press('Ctrl+Enter');
  await expect(name(page)).toHaveText('校验不符之人');
});

test('somebody alike stops the registration until the clerk has said by one key that it is another', async ({ clerk, page }) => {
  const first = newcomer('同名之人');
  await clerk.register(first);
  const second = newcomer('同名之人');
  const facts = { ...second, contact: first.contact };
  await clerk.beginRegistration();
  await clerk.fillIn(facts);
  await clerk.press('Tab');
  await expect(page.locator('.side-by-side')).toContainText('同名之人');
  await clerk.press('Ctrl+Enter');
  await expect(page.locator('[data-decides]')).toBeFocused();
  await expect(page.locator('.register')).toBeVisible();
  await clerk.press('Ctrl+M');
  await expect(page.locator('.likely-told')).toContainText(words.likely.told);
  await clerk.press('Ctrl+Enter');
  await expect(name(page)).toHaveText('同名之人');
});

test('a hand-in of an employer is opened by a key, goes on from person to person, and says who was taken in', async ({
  clerk,
  page,
}) => {
  const [first, second] = [newcomer('批量甲'), newcomer('批量乙')];
  await clerk.beginRegistration();
  await clerk.fillIn(first);
  await page.locator('[data-path="intake.applicant.role"] input').first().focus();
  await clerk.press('ArrowRight');
  await put(clerk, 'intake.applicant.name', '单位经办');
  await pick(clerk, 'intake.applicant.document.kind', '居民身份证');
  await put(clerk, 'intake.applicant.document.number', newcomer().document.number);
  await put(clerk, 'intake.applicant.authorisation.scope', '代为提交');
  await page.locator('.needed-material button').press('Enter');
  await clerk.field('evidence.0.seen').press('Space');
  await clerk.press('Ctrl+B');
  const dialog = page.getByRole('dialog');
  await dialog.locator('input').fill('2');
  await clerk.press('Ctrl+Enter');
  const strip = page.locator('.batch-strip');
  await expect(strip).toContainText(first.employment.employerName);
  await clerk.press('Ctrl+Enter');
  // The next person: employer, agent and letter came along, nothing of the one before did.
  await expect(clerk.field('document.number')).toBeFocused();
  await expect(strip).toContainText('第 2 人');
  await expect(clerk.field('identity.name')).toHaveValue('');
  await expect(clerk.field('employment.uscc')).toHaveValue(first.employment.uscc);
  await expect(clerk.field('intake.applicant.name')).toHaveValue('单位经办');
  await clerk.type(second.document.number);
  await clerk.press('Enter');
  await put(clerk, 'identity.name', second.identity.name);
  await put(clerk, 'contact.phone', second.contact.phone);
  await clerk.field('employment.engagement').first().focus();
  await clerk.press('Space', 'Ctrl+I', 'Ctrl+Enter');
  await expect(strip).toContainText('第 3 人');
  await expect(clerk.field('document.number')).toBeFocused();
  await strip.getByRole('button').last().press('Enter');
  await expect(dialog).toContainText('批量甲');
  await expect(dialog).toContainText('批量乙');
  await clerk.press('Ctrl+Enter');
  await expect(dialog).toHaveCount(0);
  await expect(page.locator('.register')).toHaveCount(0);
});

test('rows come and go by keyboard, and the cursor is never lost', async ({ clerk, page }) => {
  await clerk.beginRegistration();
  await page.locator('[data-adds="qualifications.titles"]').press('Enter');
  await expect(clerk.field('qualifications.titles.0.name')).toBeFocused();
  await clerk.type('高级工程师');
  await page.locator('[data-adds="qualifications.titles"]').press('Enter');
  await expect(clerk.field('qualifications.titles.1.name')).toBeFocused();
  await clerk.type('本单位首席专家');
  await page.locator('[data-row="qualifications.titles.0"] .register-row-acts button').last().press('Enter');
  await expect(clerk.field('qualifications.titles.0.name')).toBeFocused();
  await expect(clerk.field('qualifications.titles.0.name')).toHaveValue('本单位首席专家');
  await expect(clerk.field('qualifications.titles.1.name')).toHaveCount(0);
  await page.locator('[data-row="qualifications.titles.0"] .register-row-acts button').last().press('Enter');
  await expect(page.locator('[data-adds="qualifications.titles"]')).toBeFocused();
});

test('learning, photo, materials and the rest are all there again after a power cut, and are registered', async ({
  startOwn,
}, testInfo) => {
  test.setTimeout(120_000);
  const scan = testInfo.outputPath('diploma.pdf');
  await writeFile(scan, await sampleApproval('diploma'));
  const own = await startOwn();
  const before = new Clerk(own.page);
  await before.beginTrial();
  await before.signIn();
  const facts = newcomer('断电齐全之人');
  await before.beginRegistration();
  await before.fillIn(facts);
  await pick(before, 'qualifications.educations.0.level', '大学本科毕业');
  await put(before, 'qualifications.educations.0.school', '内蒙古大学');
  await own.page.locator('[data-adds="qualifications.skills"]').press('Enter');
  await pick(before, 'qualifications.skills.0.rank', '首席');
  await put(before, 'qualifications.skills.0.occupation', '电工');
  for (const [at, kind] of ['学历证书', '劳动合同'].entries()) {
    await own.page.locator('[data-adds="evidence"]').press('Enter');
    await pick(before, `evidence.${at}.kind`, kind);
    await before.field(`evidence.${at}.file`).setInputFiles(scan);
    await expect(own.page.locator(`[data-path="evidence.${at}.file"] strong`)).toHaveText('diploma.pdf');
  }
  await before.field('evidence.0.seen').press('Space');
  await expect(own.page.locator('.accept-said')).toContainText(words.draft.saved);
  await own.kill();

  const { page } = await startOwn(own.place);
  const clerk = new Clerk(page);
  await clerk.signIn();
  await expect(clerk.field('qualifications.educations.0.level')).toHaveValue('大学本科毕业');
  await expect(clerk.field('qualifications.skills.0.rank')).toHaveValue('首席技师');
  await expect(clerk.field('evidence.1.kind')).toHaveValue('劳动合同或聘用协议');
  await expect(page.locator('[data-path="evidence.1.file"] strong')).toHaveText('diploma.pdf');
  await expect(clerk.field('evidence.0.seen')).toBeChecked();
  await expect(clerk.field('intake.notice.givenOn').last()).toHaveValue(/^\d{4}-/);
  await clerk.press('Ctrl+Enter');
  await expect(name(page)).toHaveText('断电齐全之人');
});
