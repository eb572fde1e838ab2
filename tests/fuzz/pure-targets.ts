import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import writeExcelFile from 'write-excel-file/node';
import { cardPublicKey, nodeVerification } from '../../electron/credential/card-crypto.ts';
import { checkEvidence } from '../../electron/desk/check-evidence.ts';
import { isPortrait } from '../../electron/desk/check-photo.ts';
import { readWorkbook } from '../../electron/desk/read-workbook.ts';
import { WorkbookError } from '../../electron/desk/workbook-error.ts';
import { readPack } from '../../electron/policy/read-pack.ts';
import { sampleApproval } from '../../electron/program/demo/sample-approval.ts';
import { decodeBase45, encodeBase45 } from '../../shared/credential/base45.ts';
import { verifyCardToken } from '../../shared/credential/verify-card-token.ts';
import { toPlainDate } from '../../shared/domain/plain-date.ts';
import { Refusal, type RefusalCode, refusals } from '../../shared/domain/refusal.ts';
import { findHeader, guessLedgerColumns } from '../../shared/domain/taking-over/ledger-columns.ts';
import { readRoster } from '../../shared/domain/talent/roster.ts';
import { changed, crashed, type FuzzTarget } from './fuzz-target.ts';
import { mutatedBytes, mutatedText } from './mutated-bytes.ts';

const root = join(import.meta.dirname, '..', '..');
const read = (...path: string[]) => Uint8Array.from(readFileSync(join(root, ...path)));
const today = toPlainDate('2026-11-25');

/** A card's QR: its text, and what lies inside under zlib, changed. No change may ever be taken for a card of ours. */
export async function qrTarget(): Promise<FuzzTarget<string>> {
  const golden = JSON.parse(readFileSync(join(root, 'tests/fixtures/credential/golden-card-token.json'), 'utf8'));
  const hex = (text: string) => Buffer.from(text, 'hex');
  const jwk = { kty: 'OKP', crv: 'Ed25519', x: hex(golden.publicKeyHex).toString('base64url') };
  const context = {
    trustedKeys: new Map([[hex(golden.kidHex).toString('base64url'), cardPublicKey(jwk)]]),
    ...nodeVerification,
    nowS: golden.claims.notBeforeS + 1_000_000,
    skewS: 300,
  };
  const whole: string = golden.text;
  const first = await verifyCardToken(whole, context);
  if (first.result !== 'valid') throw new Error('the golden card is not valid');
  const inside = Uint8Array.from(inflateSync(decodeBase45(whole) ?? new Uint8Array()));
  const wrapped = mutatedBytes(inside).map((bytes) => encodeBase45(Uint8Array.from(deflateSync(bytes))));
  return {
    inputs: fc.oneof(
      { weight: 9, arbitrary: mutatedText(whole) },
      { weight: 9, arbitrary: wrapped },
      { weight: 1, arbitrary: fc.constant(whole) },
    ),
    run: async (text) => {
      const reading = await verifyCardToken(text, context);
      if (reading.result === 'tampered' || reading.result === 'not-ours') return 'refused';
      const same = JSON.stringify(reading.claims) === JSON.stringify(first.claims);
      return same ? 'answered' : changed('a card that was changed counts as ours');
    },
  };
}

/** A policy pack's file. What is wrong with it is said with a line that there is. */
export async function packTarget(): Promise<FuzzTarget<string>> {
  const text = readFileSync(join(root, 'resources/policy/pack.json'), 'utf8');
  return {
    inputs: fc.oneof(mutatedText(text), mutatedText(JSON.stringify(JSON.parse(text)))),
    run: (pack) => {
      const reading = readPack(pack);
      if (reading.ok) return 'answered';
      const lines = pack.split('\n').length;
      const wrong = reading.faults.filter(({ line, code }) => !(line >= 1 && line <= lines) || !/^[\w-]{1,60}$/.test(code));
      if (reading.faults.length === 0 || wrong.length > 0) return crashed(`faults without a place: ${JSON.stringify(wrong)}`);
      return 'refused';
    },
  };
}

/** A ledger as a workbook, and rosters and ledgers as CSV in UTF-8 and GBK. */
export async function sheetTarget(): Promise<FuzzTarget<Uint8Array<ArrayBuffer>>> {
  const csv = [read('resources/demo/old-cards.csv'), read('resources/demo/roster.csv')].map((bytes) => bytes.slice(0, 4_000));
  const xlsx = await writeExcelFile([
    [{ value: '姓名' }, { value: '证件号码' }, { value: '卡号' }, { value: '层次' }],
    [{ value: '旧卡一' }, { value: '150102195008170016' }, { value: 'RC-2024-0001' }, { value: 'D类' }],
    [{ value: '旧卡二' }, { value: 42 }, { value: new Date(0), format: 'yyyy-mm-dd' }, { value: true }],
  ]).toBuffer();
  // 姓名,证件号码 and 张三 in GBK.
  const gbk = Buffer.from('d0d5c3fb2cd6a4bcfebac5c2eb0d0ad5c5c8fd2c3135303130320d0a', 'hex');
  const sheets = mutatedBytes(Uint8Array.from(xlsx), ...csv, Uint8Array.from(gbk));
  return { inputs: sheets, run: readSheet };
}

async function readSheet(bytes: Uint8Array<ArrayBuffer>) {
  const before = Buffer.from(bytes);
  readRoster(bytes, today);
  try {
    for (const { rows } of await readWorkbook(bytes)) {
      const cells = rows.map((row) => row.cells);
      guessLedgerColumns(cells[findHeader(cells)] ?? []);
    }
    return before.equals(bytes) ? 'answered' : changed('the file’s bytes in memory');
  } catch (error) {
    return error instanceof WorkbookError ? 'refused' : crashed(error);
  }
}

/** Scans and photos that people bring. */
export async function evidenceTarget(): Promise<FuzzTarget<Uint8Array<ArrayBuffer>>> {
  const pdf = await sampleApproval('fuzz');
  const jpeg = read('resources/demo/portrait.jpg');
  const png = read('build/icon.png').slice(0, 6_000);
  return {
    inputs: mutatedBytes(pdf, pdf, jpeg, png),
    run: async (bytes) => {
      isPortrait(bytes);
      try {
        await checkEvidence(bytes);
        return 'answered';
      } catch (error) {
        const isTyped = error instanceof Refusal && refusals[error.code as RefusalCode].safeParse(error.details).success;
        return isTyped ? 'refused' : crashed(error);
      }
    },
  };
}
