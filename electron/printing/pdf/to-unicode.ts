import { hex4, utf16Hex } from './units.ts';

/** A ToUnicode CMap (ISO 32000-1, 9.10.3): what the codes of a font stand for, so that a paper's text can be selected and searched. */
export function writeToUnicode(texts: ReadonlyMap<number, string>): string {
  const lines = [...texts].map(([code, text]) => `<${hex4(code)}> <${utf16Hex(text)}>`);
  const blocks: string[] = [];
  // The format allows a hundred mappings in a block.
  for (let at = 0; at < lines.length; at += 100) {
    const block = lines.slice(at, at + 100);
    blocks.push(`${block.length} beginbfchar\n${block.join('\n')}\nendbfchar\n`);
  }
  return (
    '/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n' +
    '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n' +
    '/CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n' +
    '1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n' +
    `${blocks.join('')}endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n`
  );
}
