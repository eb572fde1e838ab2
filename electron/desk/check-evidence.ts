import { PDFArray, PDFDict, PDFDocument, PDFName, PDFStream } from 'pdf-lib';
import { type EvidenceFile, maxEvidenceBytes } from '../../shared/domain/evidence/evidence-file.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import { guardPdf, mustBePageTree } from './guard-pdf.ts';

type Evidence = Pick<EvidenceFile, 'mediaType' | 'pages'>;

/**
 * What kind of document it is by its own bytes, never by its name. Refuses `file-not-accepted`: empty, too big, of another kind, cut
 * off or encrypted, or a PDF that would do something by itself when opened.
 */
export async function checkEvidence(bytes: Uint8Array): Promise<Evidence> {
  if (bytes.length === 0) refuse('file-not-accepted', { reason: 'empty' });
  if (bytes.length > maxEvidenceBytes) refuse('file-not-accepted', { reason: 'too-big' });
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  if (file.subarray(0, 1024).includes('%PDF-')) return checkPdf(bytes);
  if (file.subarray(0, 3).equals(jpegStart)) return { mediaType: 'image/jpeg', pages: endsLikeJpeg(file) };
  if (file.subarray(0, 8).equals(pngStart)) return { mediaType: 'image/png', pages: endsLikePng(file) };
  return refuse('file-not-accepted', { reason: 'not-pdf-jpeg-png' });
}

const jpegStart = Buffer.from([0xff, 0xd8, 0xff]);
const pngStart = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** An end-of-image marker; cameras and scanners write padding behind it. */
function endsLikeJpeg(file: Buffer): 1 {
  return file.lastIndexOf(Buffer.from([0xff, 0xd9])) > 0 ? 1 : refuse('file-not-accepted', { reason: 'damaged' });
}

function endsLikePng(file: Buffer): 1 {
  return file.lastIndexOf('IEND') > 0 ? 1 : refuse('file-not-accepted', { reason: 'damaged' });
}

async function checkPdf(bytes: Uint8Array): Promise<Evidence> {
  const pdf = await guardPdf(bytes)
    .then(() => PDFDocument.load(bytes, { updateMetadata: false, throwOnInvalidObject: true }))
    .catch(() => refuse('file-not-accepted', { reason: 'damaged' }));
  const pages = countPages(pdf);
  for (const [, object] of pdf.context.enumerateIndirectObjects()) {
    if (isActive(object)) refuse('file-not-accepted', { reason: 'scripted' });
  }
  return { mediaType: 'application/pdf', pages };
}

function countPages(pdf: PDFDocument): number {
  try {
    mustBePageTree(pdf);
    const pages = pdf.getPageCount();
    return pages > 0 ? pages : refuse('file-not-accepted', { reason: 'damaged' });
  } catch {
    return refuse('file-not-accepted', { reason: 'damaged' });
  }
}

/** Keys of a dictionary that make a viewer run, launch, send, fetch or unpack something (ISO 32000-1, 12.6.4, 7.11.4, 12.7.8, 13.6). */
const activeKeys = ['JS', 'JavaScript', 'EmbeddedFiles', 'EmbeddedFile', 'EF', 'XFA', 'RichMediaContent'];
const activeActions = ['JavaScript', 'Launch', 'SubmitForm', 'ImportData', 'GoToE', 'RichMediaExecute', 'Rendition'];

function isActive(object: unknown): boolean {
  if (object instanceof PDFArray) return object.asArray().some(isActive);
  const dict = object instanceof PDFStream ? object.dict : object;
  if (!(dict instanceof PDFDict)) return false;
  if (activeKeys.some((key) => dict.has(PDFName.of(key)))) return true;
  const action = dict.get(PDFName.of('S'));
  if (action instanceof PDFName && activeActions.includes(action.decodeText())) return true;
  // Indirect objects come round by themselves; only what lies directly inside has to be walked.
  return dict.values().some(isActive);
}
