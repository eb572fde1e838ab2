import { constants, inflateSync } from 'node:zlib';
import { PDFArray, PDFDict, type PDFDocument, PDFName, PDFParser, PDFRawStream, PDFRef } from 'pdf-lib';

/** What the packed objects of a document may come to: those of a scan of five hundred pages are a hundredth of it. */
const maxUnpackedBytes = 64 * 1024 * 1024;

/**
 * Makes sure that a PDF can be read without harm before it is: its object and cross-reference streams (ISO 32000-1, 7.5.7 and 7.5.8),
 * which any reader unpacks at once, come to no more than a document's. Everything else stays packed. Throws for a PDF that is damaged,
 * or made to fill the memory.
 */
export async function guardPdf(bytes: Uint8Array): Promise<void> {
  await new MeasuringParser(bytes, objectsAtOnce, true).parseDocument();
}

/** Then others have their turn. */
const objectsAtOnce = 100;

class MeasuringParser extends PDFParser {
  #left = maxUnpackedBytes;

  protected override parseDictOrStream(): ReturnType<PDFParser['parseObject']> & (PDFDict | PDFRawStream) {
    const object = super.parseDictOrStream() as PDFDict | PDFRawStream;
    if (object instanceof PDFRawStream && isReadAtOnce(object)) this.#left -= unpackedLength(object, this.#left);
    return object;
  }
}

function isReadAtOnce({ dict }: PDFRawStream): boolean {
  const type = dict.lookup(PDFName.of('Type'));
  return type === PDFName.of('ObjStm') || type === PDFName.of('XRef');
}

/** Throws beyond `atMost`, and for any other way of packing than the one that programs use for these streams. */
function unpackedLength({ dict, contents }: PDFRawStream, atMost: number): number {
  const filter = dict.lookup(PDFName.of('Filter'));
  if (filter === undefined) return contents.length;
  const only = filter instanceof PDFArray && filter.size() === 1 ? filter.lookup(0) : filter;
  if (only !== PDFName.of('FlateDecode')) throw new RangeError('an object stream packed in an unusual way');
  // Where the end is cut off, what came before counts: the reader makes do with it, too.
  return inflateSync(contents, { maxOutputLength: Math.max(atMost, 1), finishFlush: constants.Z_SYNC_FLUSH }).length;
}

/** Throws where the page tree is none: one that names a node twice comes to billions of pages by a few nodes, or has no end. */
export function mustBePageTree({ catalog, context }: PDFDocument): void {
  const seen = new Set<PDFRef>();
  const waiting: unknown[] = [catalog.get(PDFName.of('Pages'))];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node instanceof PDFRef && seen.has(node)) throw new RangeError('a page tree that names a node twice');
    if (node instanceof PDFRef) seen.add(node);
    const dict = node instanceof PDFRef ? context.lookup(node) : node;
    const kids = dict instanceof PDFDict ? dict.lookup(PDFName.of('Kids')) : undefined;
    if (kids instanceof PDFArray) waiting.push(...kids.asArray());
  }
}
