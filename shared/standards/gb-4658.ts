import { type CodeEntry, readCodeLines } from './code-table.ts';

/**
 * GB/T 4658-2006 学历代码, clause 5. Checked against four public copies of the table that agree in every code; two of them print one
 * name, 大学本科/专科教育, beside 20 and 30, which the others tell apart as here. English: ours.
 */
const table = `
10|研究生教育|Postgraduate education
11|博士研究生毕业|Doctoral studies, graduated
12|博士研究生结业|Doctoral studies, completed without graduating
13|博士研究生肄业|Doctoral studies, broken off
14|硕士研究生毕业|Master’s studies, graduated
15|硕士研究生结业|Master’s studies, completed without graduating
16|硕士研究生肄业|Master’s studies, broken off
17|研究生班毕业|Postgraduate class, graduated
18|研究生班结业|Postgraduate class, completed without graduating
19|研究生班肄业|Postgraduate class, broken off
20|大学本科教育|Undergraduate education
21|大学本科毕业|Undergraduate studies, graduated
22|大学本科结业|Undergraduate studies, completed without graduating
23|大学本科肄业|Undergraduate studies, broken off
28|大学普通班毕业|University class entered 1970–1976, graduated
30|大学专科教育|Junior college education
31|大学专科毕业|Junior college, graduated
32|大学专科结业|Junior college, completed without graduating
33|大学专科肄业|Junior college, broken off
40|中等职业教育|Secondary vocational education
41|中等专科毕业|Secondary specialised school, graduated
42|中等专科结业|Secondary specialised school, completed without graduating
43|中等专科肄业|Secondary specialised school, broken off
44|职业高中毕业|Vocational senior secondary school, graduated
45|职业高中结业|Vocational senior secondary school, completed without graduating
46|职业高中肄业|Vocational senior secondary school, broken off
47|技工学校毕业|Skilled workers’ school, graduated
48|技工学校结业|Skilled workers’ school, completed without graduating
49|技工学校肄业|Skilled workers’ school, broken off
60|普通高级中学教育|General senior secondary education
61|普通高中毕业|General senior secondary school, graduated
62|普通高中结业|General senior secondary school, completed without graduating
63|普通高中肄业|General senior secondary school, broken off
70|初级中学教育|Junior secondary education
71|初中毕业|Junior secondary school, graduated
73|初中肄业|Junior secondary school, broken off
80|小学教育|Primary education
81|小学毕业|Primary school, graduated
83|小学肄业|Primary school, broken off
90|其他|Other
`;

/** All records of schooling (学历), in the standard's order, levels (10, 20, …) and what was reached in them. */
export const educations: readonly CodeEntry[] = readCodeLines(table);

const byCode = new Map(educations.map((entry) => [entry.code, entry]));

/** The record of schooling with a code, or undefined. */
export function findEducation(code: string): CodeEntry | undefined {
  return byCode.get(code);
}

/** The level that a record of schooling belongs to: 大学本科教育 (20) of 大学本科毕业 (21). Undefined where the code is none. */
export function educationLevelOf(code: string): CodeEntry | undefined {
  return byCode.has(code) ? byCode.get(`${code.charAt(0)}0`) : undefined;
}
