import { type CodeEntry, readCodeLines } from './code-table.ts';

/**
 * GB/T 6864-2003 中华人民共和国学位代码, clause 4. Checked against five public copies of the table, which agree in every code; of 345
 * some write 临床学硕士 and some 临床医学硕士, which 245 has in all. Degrees of fields that came later (艺术学 since 2011, newer
 * professional degrees) have no code here: their level (2, 3, 4) and the certificate's own words are recorded. English: ours.
 */
const table = `
1|名誉博士|Honorary doctorate
2|博士|Doctorate
201|哲学博士学位|Doctorate in philosophy
202|经济学博士学位|Doctorate in economics
203|法学博士学位|Doctorate in law
204|教育学博士学位|Doctorate in education
205|文学博士学位|Doctorate in literature
206|历史学博士学位|Doctorate in history
207|理学博士学位|Doctorate in science
208|工学博士学位|Doctorate in engineering
209|农学博士学位|Doctorate in agriculture
210|医学博士学位|Doctorate in medicine
211|军事学博士学位|Doctorate in military science
212|管理学博士学位|Doctorate in management
245|临床医学博士专业学位|Professional doctorate in clinical medicine
248|兽医博士专业学位|Professional doctorate in veterinary medicine
250|口腔医学博士专业学位|Professional doctorate in stomatology
3|硕士|Master’s degree
301|哲学硕士学位|Master’s degree in philosophy
302|经济学硕士学位|Master’s degree in economics
303|法学硕士学位|Master’s degree in law
304|教育学硕士学位|Master’s degree in education
305|文学硕士学位|Master’s degree in literature
306|历史学硕士学位|Master’s degree in history
307|理学硕士学位|Master’s degree in science
308|工学硕士学位|Master’s degree in engineering
309|农学硕士学位|Master’s degree in agriculture
310|医学硕士学位|Master’s degree in medicine
311|军事学硕士学位|Master’s degree in military science
312|管理学硕士学位|Master’s degree in management
341|法律硕士专业学位|Professional master’s degree in law
342|教育硕士专业学位|Professional master’s degree in education
343|工程硕士专业学位|Professional master’s degree in engineering
344|建筑学硕士专业学位|Professional master’s degree in architecture
345|临床医学硕士专业学位|Professional master’s degree in clinical medicine
346|工商管理硕士专业学位|Professional master’s degree in business administration
347|农业推广硕士专业学位|Professional master’s degree in agricultural extension
348|兽医硕士专业学位|Professional master’s degree in veterinary medicine
349|公共管理硕士专业学位|Professional master’s degree in public administration
350|口腔医学硕士专业学位|Professional master’s degree in stomatology
351|公共卫生硕士专业学位|Professional master’s degree in public health
352|军事硕士专业学位|Professional master’s degree in military affairs
4|学士|Bachelor’s degree
401|哲学学士学位|Bachelor’s degree in philosophy
402|经济学学士学位|Bachelor’s degree in economics
403|法学学士学位|Bachelor’s degree in law
404|教育学学士学位|Bachelor’s degree in education
405|文学学士学位|Bachelor’s degree in literature
406|历史学学士学位|Bachelor’s degree in history
407|理学学士学位|Bachelor’s degree in science
408|工学学士学位|Bachelor’s degree in engineering
409|农学学士学位|Bachelor’s degree in agriculture
410|医学学士学位|Bachelor’s degree in medicine
411|军事学学士学位|Bachelor’s degree in military science
412|管理学学士学位|Bachelor’s degree in management
444|建筑学学士专业学位|Professional bachelor’s degree in architecture
`;

/** All degrees (学位), in the standard's order: levels (1–4) and the degrees in them. */
export const degrees: readonly CodeEntry[] = readCodeLines(table);

const byCode = new Map(degrees.map((entry) => [entry.code, entry]));

/** The degree with a code, or undefined. */
export function findDegree(code: string): CodeEntry | undefined {
  return byCode.get(code);
}

/** The level that a degree belongs to: 硕士 (3) of 工学硕士学位 (308). Undefined where the code is none. */
export function degreeLevelOf(code: string): CodeEntry | undefined {
  return byCode.has(code) ? byCode.get(code.charAt(0)) : undefined;
}
