import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import type { PaperSize } from './preview-scale.ts';

GlobalWorkerOptions.workerSrc = workerUrl;
let worker: PDFWorker | undefined;

/**
 * Opens a PDF. One of our own papers has its fonts embedded, so nothing is fetched; glyphs are drawn as the outlines in the file, which
 * is what a printer does with them, and never by a font of this machine. A foreign one may count on the machine's fonts, and has them.
 */
export async function openPdf(pdf: Blob, foreign: boolean): Promise<PDFDocumentProxy> {
  worker ??= new PDFWorker();
  const data = new Uint8Array(await pdf.arrayBuffer());
  const fonts = { disableFontFace: !foreign, useSystemFonts: foreign };
  return getDocument({ data, worker, ...fonts, useWasm: false, useWorkerFetch: false }).promise;
}

/** A page's size as it is shown, its own rotation counted. */
export async function pageSize(pdf: PDFDocumentProxy, pageNumber: number): Promise<PaperSize> {
  const { width, height } = (await pdf.getPage(pageNumber)).getViewport({ scale: 25.4 / 72 });
  return { widthMm: width, heightMm: height };
}

export interface DrawnPage {
  canvas: HTMLCanvasElement;
  widthPx: number;
  heightPx: number;
}

/** Draws a page at so many CSS pixels per millimetre, `ratio` device pixels each. The canvas comes back finished, never half drawn. */
export async function drawPage(
  pdf: PDFDocumentProxy,
  pageNumber: number,
  scale: { pxPerMm: number; ratio: number },
): Promise<DrawnPage> {
  const page = await pdf.getPage(pageNumber);
  // A PDF's unit is 1/72 inch.
  const cssScale = (scale.pxPerMm * 25.4) / 72;
  const viewport = page.getViewport({ scale: cssScale * scale.ratio });
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(viewport.width);
  canvas.height = Math.round(viewport.height);
  await page.render({ canvas, viewport, intent: 'print' }).promise;
  return { canvas, widthPx: canvas.width / scale.ratio, heightPx: canvas.height / scale.ratio };
}
