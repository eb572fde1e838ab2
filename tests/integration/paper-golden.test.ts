import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { createRenderer } from '../../electron/printing/render-paper.ts';
import { listPaperDefinitions } from '../../shared/paper/registry.ts';
import { fixturesDir, hashOfStreams, popplerVersion, rasteriseOne, resourcesDir, sha256 } from './paper-kit.ts';

/**
 * Papers as each layout's version first drew them. A layout that was printed with is never edited: a difference here is a mistake, or a
 * new version of the layout. `PAPER_GOLDENS=write` adds those that are missing, and never touches one that is there.
 */
interface Golden {
  values: Record<string, unknown>;
  /** Of the picture at 300 dpi, by this version of poppler. */
  poppler: string;
  pixels: string;
  /** Of the drawing and the fonts in it, for where another poppler is installed. */
  streams: string;
}

const folder = join(fixturesDir, 'paper');
const renderer = createRenderer({ resourcesDir });

const examples = listPaperDefinitions().flatMap((definition) =>
  [definition.examples.usual, ...definition.examples.worst].map((values, number) => ({
    name: `${definition.layout.replace('/', '-')}-example-${number}`,
    layout: definition.layout,
    values,
  })),
);

test.each(examples)('$name is still the paper that this layout first drew', async ({ name, layout, values: now }) => {
  const file = join(folder, `${name}.json`);
  if (!existsSync(file) && process.env['PAPER_GOLDENS'] === 'write') await writeGolden({ name, layout, values: now });
  const { values, poppler, pixels, streams } = JSON.parse(readFileSync(file, 'utf8')) as Golden;
  const { pdf } = await renderer.render({ layout, values });
  if (poppler === popplerVersion()) expect(sha256(rasteriseOne(pdf).pixels)).toBe(pixels);
  else expect(hashOfStreams(pdf)).toBe(streams);
});

async function writeGolden({ name, layout, values }: { name: string; layout: string; values: Record<string, unknown> }) {
  const { pdf } = await renderer.render({ layout, values });
  const golden: Golden = {
    values,
    poppler: popplerVersion(),
    pixels: sha256(rasteriseOne(pdf).pixels),
    streams: hashOfStreams(pdf),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, `${name}.json`), `${JSON.stringify(golden, undefined, 2)}\n`);
  // To look at; no test reads it.
  execFileSync('pdftoppm', ['-r', '100', '-png', '-singlefile', '-', join(folder, name)], { input: pdf });
}
