import { expect, test } from 'vitest';
import { createRenderer } from '../../electron/printing/render-paper.ts';
import { usualData } from '../../shared/paper/personal-data/examples.ts';
import { extractText, qpdfCheck, resourcesDir } from './paper-kit.ts';

const renderer = createRenderer({ resourcesDir });

test('a list that is longer than its page goes on on further ones, each of which says which it is; nothing is lost or set smaller', async () => {
  const lines = Array.from({ length: 90 }, (_, at) => ({ caption: `材料${at + 1}`, text: `证明文件第${at + 1}号，扫描件2页` }));
  const values = { ...usualData, lines };
  const { pdf, pages } = await renderer.render({ layout: 'personal-data/1', values });
  expect(pages).toBe(4);
  expect(qpdfCheck(pdf)).toContain('No syntax or stream encoding errors found');
  const words = extractText(pdf).replace(/\s+/g, '');
  expect(lines.filter(({ text }) => !words.includes(text))).toEqual([]);
  for (let page = 1; page <= pages; page++) expect(words).toContain(`第${page}页共${pages}页`);
  expect(words.split('额尔敦·巴图')).toHaveLength(pages + 1);
});

test('what fits on one page is one page, and says nothing of pages', async () => {
  const { pdf, pages } = await renderer.render({ layout: 'personal-data/1', values: usualData });
  expect(pages).toBe(1);
  expect(extractText(pdf)).not.toContain('页 共');
});
