import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { ensureFonts } from '../../build/ensure-fonts.ts';
import { placeFonts } from '../../build/fonts.ts';
import { sha256 } from './paper-kit.ts';

const checkout = resolve(import.meta.dirname, '..', '..');
const own = { file: 'Own.ttf', npm: '@office/fonts/Own.ttf', bytes: Buffer.from('the bytes of a font') };
const debian = { file: 'Debian.ttf', bytes: Buffer.from('the bytes of another font') };
let root = '';

/** A checkout with two small "fonts": one of a Node package, one of a Debian package that isn't installed. */
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'talent-counter-fonts-'));
  mkdirSync(join(root, 'resources'));
  mkdirSync(join(root, 'node_modules/@office/fonts'), { recursive: true });
  writeFileSync(join(root, 'node_modules', own.npm), own.bytes);
  writeFileSync(join(root, 'node_modules/@office/fonts/LICENSE'), 'free');
  writeFileSync(join(root, 'licence.txt'), 'free too');
  const font = (file: string, bytes: Buffer) => ({ file, family: 'serif', weight: 400, sha256: sha256(bytes) });
  const list = {
    schema: 1,
    fonts: [
      {
        ...font(own.file, own.bytes),
        from: { npm: own.npm },
        licence: { file: 'Own-LICENCE.txt', npm: '@office/fonts/LICENSE' },
      },
      {
        ...font(debian.file, debian.bytes),
        from: { debian: 'fonts-debian', path: join(root, 'usr', debian.file) },
        licence: { file: 'Debian-LICENCE.txt', git: 'licence.txt' },
      },
    ],
  };
  writeFileSync(join(root, 'resources/fonts.json'), JSON.stringify(list));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const lies = (file: string) => existsSync(join(root, 'resources/fonts', file));
const handOver = (bytes: Buffer) => {
  const file = join(root, 'handed-over.ttf');
  writeFileSync(file, bytes);
  return file;
};

describe('npm run fonts', () => {
  test('names the package to install and the words to type where a font cannot be had, and places the others', async () => {
    const { placed, problems } = await placeFonts({ root, from: [] });
    expect(placed).toEqual([own.file]);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(/Debian\.ttf: missing\. Install Debian's package fonts-debian, .*npm run fonts -- --from/);
    expect(lies(debian.file)).toBe(false);
  });

  test('takes a file that was handed over, by its content, with its licence', async () => {
    const { placed, problems } = await placeFonts({ root, from: [handOver(debian.bytes)] });
    expect({ placed, problems }).toEqual({ placed: [own.file, debian.file], problems: [] });
    expect(readFileSync(join(root, 'resources/fonts/Debian-LICENCE.txt'), 'utf8')).toBe('free too');
  });

  test('does nothing the second time', async () => {
    const from = [handOver(debian.bytes)];
    await placeFonts({ root, from });
    expect(await placeFonts({ root, from: [] })).toEqual({ placed: [], present: [own.file, debian.file], problems: [] });
  });

  test('never takes another version of a font, and says so', async () => {
    writeFileSync(join(root, 'node_modules', own.npm), 'a newer version');
    const { problems } = await placeFonts({ root, from: [handOver(Buffer.from('not it'))] });
    expect(problems.join('\n')).toMatch(/Own\.ttf: the file found is another one/);
    expect(problems.join('\n')).toMatch(/handed-over\.ttf: this is none of the fonts/);
    expect(lies(own.file)).toBe(false);
  });

  test('mends a font that was changed after it was placed', async () => {
    const from = [handOver(debian.bytes)];
    await placeFonts({ root, from });
    writeFileSync(join(root, 'resources/fonts', own.file), 'changed');
    expect((await placeFonts({ root, from: [] })).placed).toEqual([own.file]);
    expect(readFileSync(join(root, 'resources/fonts', own.file))).toEqual(own.bytes);
  });
});

describe('before the program starts', () => {
  test('a font that went missing is put back', async () => {
    await placeFonts({ root, from: [handOver(debian.bytes)] });
    rmSync(join(root, 'resources/fonts', own.file));
    await ensureFonts(root);
    expect(lies(own.file)).toBe(true);
  });

  test('a font that cannot be had here stops it, with the words to type', async () => {
    await expect(ensureFonts(root)).rejects.toThrow(
      /not all there\.\nDebian\.ttf: missing\. Install Debian's package fonts-debian/,
    );
  });
});

test('the real list: every font lies in resources/fonts, as listed, with its licence', async () => {
  rmSync(join(root, 'resources/fonts.json'));
  cpSync(join(checkout, 'resources/fonts.json'), join(root, 'resources/fonts.json'));
  rmSync(join(root, 'node_modules'), { recursive: true });
  symlinkSync(join(checkout, 'node_modules'), join(root, 'node_modules'));
  symlinkSync(join(checkout, 'build'), join(root, 'build'));
  const rare = join(checkout, 'resources/fonts/HanaMinB.ttf');
  const { problems } = await placeFonts({ root, from: [rare] });
  expect(problems).toEqual([]);
  for (const { licence } of JSON.parse(readFileSync(join(checkout, 'resources/fonts.json'), 'utf8')).fonts) {
    expect(readFileSync(join(root, 'resources/fonts', licence.file), 'utf8')).toMatch(/SIL OPEN FONT LICENSE/i);
  }
});
