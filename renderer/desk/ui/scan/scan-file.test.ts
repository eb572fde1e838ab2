import { expect, test } from 'vitest';
import { evidenceFile } from '../../../../shared/domain/evidence/evidence-file.ts';
import { keptFileName, sizeWords } from './scan-file.ts';

test('a long file name fits the record and keeps its ending', () => {
  const kept = keptFileName(`${'关于认定的批复'.repeat(30)}.pdf`);
  expect(evidenceFile.shape.name.safeParse(kept).success).toBe(true);
  expect(kept).toMatch(/…\.pdf$/);
  expect(keptFileName('批复.pdf')).toBe('批复.pdf');
  expect(keptFileName('x'.repeat(130))).toHaveLength(120);
});

test('a size is told in the unit that people know it by', () => {
  expect(sizeWords(12)).toBe('1 KB');
  expect(sizeWords(831_488)).toBe('812 KB');
  expect(sizeWords(3_565_158)).toBe('3.4 MB');
});
