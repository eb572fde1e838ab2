import { toPlainDate } from '../../shared/domain/plain-date.ts';
import type { PersonFacts } from '../../shared/domain/talent/person.ts';
import { idCheckCharacter } from '../../shared/standards/gb-11643.ts';

/** Made-up people with numbers that hold. */
export const walkIns: readonly PersonFacts[] = [1, 2, 3].map((n) => {
  const digits = `15012319800315${String(n).padStart(3, '0')}`;
  return {
    document: { kind: 'resident-id', number: digits + idCheckCharacter(digits) },
    identity: { name: `模糊${n}`, sex: n % 2 === 1 ? '1' : '2', birthDate: toPlainDate('1980-03-15'), nationality: 'CHN' },
    employment: {
      employerName: '和林格尔新区云杉数据有限公司',
      uscc: '91150105WYLF55TH34',
      position: '工程师',
      engagement: 'full-time',
    },
    contact: { phone: `1380001000${n}` },
    intake: {
      applicant: { role: 'self' },
      notice: { version: '2026-1', purposes: ['registration', 'recognition', 'card'], givenOn: toPlainDate('2026-11-01') },
    },
  };
});
