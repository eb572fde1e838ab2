import { randomBytes } from 'node:crypto';

/** 256 syllables of pinyin, which any clerk types without an input method: one for each value of a byte. */
export const syllables = `
ba bai ban bang bao bei ben beng bi bian biao bie bin bing bo bu ca cai can cang cao ce ceng cha chai chan chang chao che chen cheng
chi chong chou chu chuai chuan chuang chui chun ci cong cou cu cuan cui cun cuo da dai dan dang dao de deng di dian diao die ding diu
dong dou du duan dui dun duo fa fan fang fei fen feng fo fou fu ga gai gan gang gao ge gei gen geng gong gou gu gua guai guan guang
gui gun guo ha hai han hang hao he hei hen heng hong hou hu hua huai huan huang hui hun huo ji jia jian jiang jiao jie jin jing jiu ju
juan jue jun ka kai kan kang kao ke ken keng kong kou ku kua kuai kuan kuang kui kun kuo la lai lan lang lao le lei leng li lian liang
liao lie lin ling liu long lou lu luan lun luo ma mai man mang mao mei men meng mi mian miao mie min ming mo mou mu na nai nan nao nei
neng ni nian niang niao nie nin ning niu nong nu nuan nuo pa pai pan pang pao pei pen peng pi pian piao pie pin ping po pou pu qi qia
qian qiang qiao qie qin qing qiong qiu qu quan que qun ran rang rao re ren reng ri rong rou ru ruan rui run ruo tai tang tian tong wan
xian yang zhong`
  .trim()
  .split(/\s+/);

const words = 6;

/** An office passphrase to be shown and written down: six words of two syllables, 96 random bits, as no two pairs read the same. */
export function newPassphrase(): string {
  const bytes = randomBytes(words * 2);
  const syllable = (i: number) => syllables[bytes[i] ?? 0] ?? '';
  return Array.from({ length: words }, (_, i) => syllable(2 * i) + syllable(2 * i + 1)).join(' ');
}
