import { spawnSync } from 'node:child_process';
import {
  appendFileSync,
  copyFileSync,
  cpSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openJournal } from '../../electron/journal/open-journal.ts';
import { checkJournal, type JournalKeys } from '../../electron/program/check-journal.ts';
import { textBytes } from './journal-kit.ts';
import {
  fitChains,
  newKey,
  readFrames,
  redactionOf,
  segmentsOf,
  signHead,
  writeCounter,
  writeFrames,
} from './journal-verify-kit.ts';
import { member, root } from './program-kit.ts';

let kept: string;
let dir: string;
let journal: string;
let keys: JournalKeys;
beforeAll(async () => {
  kept = mkdtempSync(join(tmpdir(), 'verify-'));
  ({ keys } = await writeCounter(join(kept, 'clean')));
});
afterAll(() => rmSync(kept, { recursive: true, force: true }));
beforeEach(() => {
  dir = mkdtempSync(join(kept, 'case-'));
  cpSync(join(kept, 'clean'), dir, { recursive: true });
  journal = join(dir, 'journal');
});

function run(folder: string, { staff, stdin }: { staff?: string; stdin?: string } = {}) {
  const more = staff === undefined ? [] : ['--staff', staff];
  const { status, stdout, stderr } = spawnSync(process.execPath, ['build/journal.ts', 'verify', folder, ...more], {
    cwd: root,
    encoding: 'utf8',
    input: stdin ?? '',
  });
  return { status, lines: stdout.trim().split('\n'), stderr };
}

test('a clean journal passes without any key, by its own folder, its counter’s, or the data folder’s', () => {
  for (const folder of [journal, dir, join(journal, 'own')]) {
    const { status, lines } = run(folder);
    expect(lines.at(-1)).toBe('verified: 12 entries, anchored up to 8');
    expect(status).toBe(0);
    expect(lines).toContain('已锚定到第 8 条，共 12 条');
    expect(lines.join('\n')).toContain('sealed parts: not opened');
  }
  renameSync(dir, join(kept, 'moving'));
  cpSync(join(kept, 'moving'), join(dir, 'counter'), { recursive: true });
  expect(run(dir).lines.at(-1)).toBe('verified: 12 entries, anchored up to 8');
  rmSync(join(kept, 'moving'), { recursive: true });
});

test('with a member’s PIN every sealed part is opened; a wrong one opens nothing', () => {
  const { number, pin } = member('auditor');
  const { status, lines } = run(dir, { staff: number, stdin: `${pin}\n` });
  expect(lines.join('\n')).toContain('every sealed part opened');
  expect(status).toBe(0);
  const wrong = run(dir, { staff: number, stdin: '000000\n' });
  expect(wrong.status).toBe(1);
  expect(wrong.stderr).toContain('wrong-credentials');
  expect(wrong.lines.at(-1)).not.toContain('verified');
});

test('a torn last write is set aside and said, not taken for damage', async () => {
  appendFileSync(segmentsOf(journal)[2] ?? '', Buffer.from('TCJF\0\0'));
  const { status, lines } = run(journal);
  expect(lines.join('\n')).toContain('torn tail set aside behind entry 12: 6 bytes');
  expect(lines.at(-1)).toBe('verified: 12 entries, anchored up to 8');
  expect(status).toBe(0);
});

interface Broken {
  readonly what: string;
  /** What the command says of it. */
  readonly found: RegExp;
  /** Who sees it: everybody, or only somebody with keys. */
  readonly by: 'anybody' | 'keys';
  breakIt(): void | Promise<void>;
}

const segment = (n: number) => segmentsOf(journal)[n] ?? '';
const edit = (n: number, work: (frames: Buffer[]) => Buffer[]) => {
  const { header, frames } = readFrames(segment(n));
  writeFrames(segment(n), { header, frames: work(frames) });
};
const flip = (frame: Buffer | undefined, at: number) => {
  if (frame) frame[at] = (frame[at] ?? 0) ^ 1;
};

const brokenWays: Broken[] = [
  {
    what: 'a byte flipped in a frame',
    by: 'anybody',
    found: /own\/0000000000000005-\d{10}\.tcj, entry 6 .*frame-checksum/,
    breakIt: () => {
      const bytes = readFileSync(segment(1));
      const second = 160 + bytes.readUInt32BE(164);
      flip(bytes, second + 120);
      writeFileSync(segment(1), bytes);
    },
  },
  {
    what: 'a changed commitment, its checksum made to fit',
    by: 'anybody',
    found: /0000000000000005-\d{10}\.tcj, entry 6 .*chain/,
    breakIt: () =>
      edit(1, (frames) => {
        flip(frames[1], 40);
        return frames;
      }),
  },
  {
    what: 'a changed commitment, checksums and all chain hashes made to fit: the signed head says otherwise',
    by: 'anybody',
    found: /parts from its signed head at entry 8/,
    breakIt: () => {
      edit(1, (frames) => {
        flip(frames[1], 40);
        return frames;
      });
      fitChains(journal);
    },
  },
  {
    what: 'the same behind the newest signed head',
    by: 'keys',
    found: /header-seal|seal/,
    breakIt: () => {
      edit(2, (frames) => {
        flip(frames[1], 40);
        return frames;
      });
      fitChains(journal);
    },
  },
  {
    what: 'a changed sealed part, its checksum made to fit',
    by: 'keys',
    found: /0000000000000005-\d{10}\.tcj, entry 6 .*: seal/,
    breakIt: () =>
      edit(1, (frames) => {
        flip(frames[1], 120);
        return frames;
      }),
  },
  {
    what: 'a frame removed',
    by: 'anybody',
    found: /0000000000000005-\d{10}\.tcj.*(file-cut|frame-sequence)/,
    breakIt: () => edit(1, (frames) => frames.toSpliced(1, 1)),
  },
  {
    what: 'the last frame of the newest segment but an anchored one removed',
    by: 'anybody',
    found: /entry 8.*file-cut|file-cut/,
    breakIt: () => edit(1, (frames) => frames.slice(0, -1)),
  },
  {
    what: 'two frames changed about',
    by: 'anybody',
    found: /0000000000000005-\d{10}\.tcj, entry 6 .*frame-sequence/,
    breakIt: () => edit(1, ([a, b, c, d]) => [a, c, b, d].filter((frame) => frame !== undefined)),
  },
  {
    what: 'a frame inserted',
    by: 'anybody',
    found: /0000000000000009-\d{10}\.tcj, entry 11 .*frame-sequence/,
    breakIt: () => edit(2, (frames) => frames.toSpliced(2, 0, Buffer.from(frames[1] ?? []))),
  },
  {
    what: 'a segment in the middle removed',
    by: 'anybody',
    found: /file-missing/,
    breakIt: () => rmSync(segment(1)),
  },
  {
    what: 'the newest segments removed, up to before a signed head',
    by: 'anybody',
    found: /own ends at entry 4, behind an anchor or mark at 8/,
    breakIt: () => {
      rmSync(segment(2));
      rmSync(segment(1));
    },
  },
  {
    what: 'a whole journal removed',
    by: 'anybody',
    found: /own ends at entry 0, behind an anchor or mark at 8/,
    breakIt: () => rmSync(join(journal, 'own'), { recursive: true }),
  },
  {
    what: 'two segments swapped',
    by: 'anybody',
    found: /\.tcj.*header/,
    breakIt: () => {
      const aside = join(dir, 'aside');
      copyFileSync(segment(0), aside);
      copyFileSync(segment(1), segment(0));
      copyFileSync(aside, segment(1));
    },
  },
  {
    what: 'a segment cut within what was acknowledged',
    by: 'anybody',
    found: /0000000000000005-\d{10}\.tcj.*file-cut/,
    breakIt: () => truncateSync(segment(1), 500),
  },
  {
    what: 'the journal cut behind a signed head',
    by: 'anybody',
    found: /0000000000000005-\d{10}\.tcj, entry 8 .*frame-incomplete/,
    breakIt: () => {
      rmSync(segment(2));
      truncateSync(segment(1), readFileSync(segment(1)).length - 10);
    },
  },
  {
    what: 'a signed head whose numbers were changed',
    by: 'anybody',
    found: /anchors, line 1/,
    breakIt: () => {
      const path = join(journal, 'anchors');
      writeFileSync(path, readFileSync(path, 'utf8').replace('"seq":4', '"seq":3'));
    },
  },
  {
    what: 'a history and its signed heads made anew by a key that no entry names',
    by: 'keys',
    found: /anchors: signed by the key .* which no entry names/,
    breakIt: async () => {
      rmSync(join(journal, 'anchors'));
      const { frames } = readFrames(segment(1));
      await signHead(journal, await newKey(), { seq: 8, chain: frames[3]?.subarray(64, 96) ?? new Uint8Array() });
    },
  },
  {
    what: 'contents taken out with the keys, and no entry that says so',
    by: 'keys',
    found: /own, entry 6: its contents were taken out, and no entry says so/,
    breakIt: () => takeOut(6),
  },
  {
    what: 'contents taken out without the keys',
    by: 'keys',
    found: /0000000000000005-\d{10}\.tcj, entry 6 .*: redaction/,
    breakIt: () =>
      edit(1, (frames) => {
        const frame = frames[1] ?? Buffer.alloc(0);
        frame.writeUInt8(1, 24);
        frame.fill(0, 96, frame.length - 4);
        return frames;
      }),
  },
];

/** As the product does it, but for the entry that goes before; with one, where it is given. */
async function takeOut(seq: number, saying?: string): Promise<void> {
  const own = await openJournal({ dir: journal, log: 'own', epoch: 1, keyOf: keys.keyOf, marks: [] });
  if (saying !== undefined) await own.append(textBytes(saying));
  await own.redact([seq]);
  await own.close();
}

test('contents that an entry says were taken out are missed by nobody', async () => {
  await takeOut(6, redactionOf(6));
  const { number, pin } = member('auditor');
  expect(run(journal, { staff: number, stdin: `${pin}\n` }).lines.at(-1)).toBe('verified: 13 entries, anchored up to 8');
});

test.each(brokenWays)('$what: found by $by', async ({ breakIt, found, by }) => {
  await breakIt();
  const { status, lines } = run(journal);
  if (by === 'anybody') {
    expect(lines.at(-1)).toMatch(/^not sound: /);
    expect(lines.at(-1)).toMatch(found);
    expect(status).toBe(1);
    return;
  }
  // Without keys the chain is all there is to see.
  expect(status).toBe(0);
  const { number, pin } = member('auditor');
  const opened = run(journal, { staff: number, stdin: `${pin}\n` });
  expect(opened.lines.at(-1)).toMatch(/^not sound: /);
  expect(opened.lines.at(-1)).toMatch(found);
  expect(opened.status).toBe(1);
});

test('a torn line of the anchors is passed over, and the next one stands by itself', async () => {
  const path = join(journal, 'anchors');
  truncateSync(path, readFileSync(path).length - 20);
  const torn = run(journal);
  expect(torn.lines.at(-1)).toBe('verified: 12 entries, anchored up to 4');
  expect(torn.lines.join('\n')).toContain('a torn last line of');
  const { frames } = readFrames(segment(2));
  await signHead(journal, await newKey(), { seq: 12, chain: frames[3]?.subarray(64, 96) ?? new Uint8Array() });
  expect(run(journal).lines.at(-1)).toBe('verified: 12 entries, anchored up to 12');
  expect((await checkJournal(journal, keys)).unknownKeys).toHaveLength(1);
});

test('what is no journal is said to be none', () => {
  const { status, stderr } = run(join(dir, 'vault'));
  expect(status).toBe(1);
  expect(stderr).toContain('There is no journal in');
});
