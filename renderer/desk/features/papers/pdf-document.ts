import { GlobalWorkerOptions, getDocument, type PDFDocumentProxy, PDFWorker } from 'pdfjs-dist';
import workerUrl from 'pdfjs-dist/build/pdf.worker.min.mjs?url';

GlobalWorkerOptions.workerSrc = workerUrl;
let worker: PDFWorker | undefined;

/**
 * Opens one of our own papers. Its fonts are embedded, so nothing is fetched; glyphs are drawn as the outlines in the file, which
 * is what a printer does with them, and never by a font of this machine.
 */
export async function openPdf(pdf: Blob): Promise<PDFDocumentProxy> {
  worker ??= new PDFWorker();
  const data = new Uint8Array(await pdf.arrayBuffer());
  return getDocument({ data, worker, disableFontFace: true, useSystemFonts: false, useWasm: false, useWorkerFetch: false })
    .promise;
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
