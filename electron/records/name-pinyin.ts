import { pinyin } from 'pinyin-pro';

/** How a name may be typed: its readings, each as syllables in lower case without tones, `lü` as `lv`. */
export type NameReading = readonly string[];

const hanzi = /\p{Script=Han}/u;
const surnames = { toneType: 'none', type: 'array', v: true, nonZh: 'removed' } as const;

/**
 * The readings of a name: with the surname read as a surname (单 shàn, 曾 zēng, 尉迟 yùchí) and as the word it otherwise is, since
 * both are typed. Characters without a known reading are left out; a name without any Chinese character has none.
 */
export function nameReadings(name: string): NameReading[] {
  if (!hanzi.test(name)) return [];
  const readings = [pinyin(name, { ...surnames, surname: 'head' }), pinyin(name, { ...surnames, surname: 'off' })];
  const known = readings.map((syllables) => syllables.filter((syllable) => /^[a-z]+$/.test(syllable)));
  const [asSurname = [], asWord = []] = known;
  if (asSurname.length === 0) return [];
  return asSurname.join() === asWord.join() ? [asSurname] : [asSurname, asWord];
}
