/** A level of 新八级工, from the lowest, 1, to the highest, 8. */
export interface SkillLevel {
  rank: number;
  zh: string;
  en: string;
  /** The grade of the national certificate, 5 (五级) to 1 (一级); the first and the last two levels have none. */
  grade?: 1 | 2 | 3 | 4 | 5;
}

/**
 * The eight levels of skilled workers. Source: 人力资源社会保障部《关于健全完善新时代技能人才职业技能等级制度的意见（试行）》(人社部发
 * 〔2022〕14号), as 新华社 gave the order on 2022-01-31; grades as the 国家职业标准 name them. English: ours.
 */
export const skillLevels: readonly SkillLevel[] = [
  { rank: 1, zh: '学徒工', en: 'Apprentice' },
  { rank: 2, zh: '初级工', en: 'Junior worker', grade: 5 },
  { rank: 3, zh: '中级工', en: 'Intermediate worker', grade: 4 },
  { rank: 4, zh: '高级工', en: 'Senior worker', grade: 3 },
  { rank: 5, zh: '技师', en: 'Technician', grade: 2 },
  { rank: 6, zh: '高级技师', en: 'Senior technician', grade: 1 },
  { rank: 7, zh: '特级技师', en: 'Special-grade technician' },
  { rank: 8, zh: '首席技师', en: 'Chief technician' },
];

/** The level of a rank from 1 to 8, or undefined. */
export function findSkillLevel(rank: number): SkillLevel | undefined {
  return skillLevels[rank - 1];
}
