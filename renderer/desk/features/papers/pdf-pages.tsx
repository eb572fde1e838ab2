import { useEffect, useRef, useState } from 'react';
import type { DrawnPage } from './pdf-document.ts';
import { drawRatio, fitScale, type PaperSize, widthScale } from './preview-scale.ts';

export interface PdfPagesProps {
  pdf: Blob;
  size: PaperSize;
  /** Said for the picture: what paper this is. */
  label: string;
  fit: 'page' | 'width';
  room: { widthPx: number; heightPx: number };
  onTrouble(error: unknown): void;
}

/** The PDF itself, drawn page by page at the screen's own pixels. What was drawn stays until the next drawing is finished. */
export function PdfPages({ pdf, size, label, fit, room, onTrouble }: PdfPagesProps) {
  const pages = useDrawnPages({ pdf, size, fit, room, onTrouble });
  return (
    <div className="paper-pages" role="img" aria-label={label} data-drawn={pages.length}>
      {pages.map((page, index) => (
        <PageCanvas key={index} page={page} />
      ))}
    </div>
  );
}

function PageCanvas({ page }: { page: DrawnPage }) {
  const holder = useRef<HTMLDivElement>(null);
  useEffect(() => {
    page.canvas.style.width = `${page.widthPx}px`;
    page.canvas.style.height = `${page.heightPx}px`;
    holder.current?.replaceChildren(page.canvas);
  }, [page]);
  return <div className="paper-page" ref={holder} />;
}

function useDrawnPages({ pdf, size, fit, room, onTrouble }: Omit<PdfPagesProps, 'label'>): DrawnPage[] {
  const [pages, setPages] = useState<DrawnPage[]>([]);
  const { widthMm, heightMm } = size;
  const { widthPx, heightPx } = room;
  const trouble = useRef(onTrouble);
  trouble.current = onTrouble;
  useEffect(() => {
    if (widthPx === 0) return;
    let over = false;
    const paper = { widthMm, heightMm };
    const pxPerMm = fit === 'page' ? fitScale(paper, { widthPx, heightPx }) : widthScale(paper, { widthPx });
    const scale = { pxPerMm, ratio: drawRatio(paper, pxPerMm, window.devicePixelRatio) };
    drawAll(pdf, scale).then(
      (drawn) => over || setPages(drawn),
      (error: unknown) => over || trouble.current(error),
    );
    return () => {
      over = true;
    };
  }, [pdf, widthMm, heightMm, widthPx, heightPx, fit]);
  return pages;
}

async function drawAll(pdf: Blob, scale: { pxPerMm: number; ratio: number }): Promise<DrawnPage[]> {
  // pdf.js is large and only a preview needs it: it is fetched with the first paper.
  const { drawPage, openPdf } = await import('./pdf-document.ts');
  const opened = await openPdf(pdf);
  try {
    const pages: DrawnPage[] = [];
    for (let number = 1; number <= opened.numPages; number += 1) pages.push(await drawPage(opened, number, scale));
    return pages;
  } finally {
    await opened.loadingTask.destroy();
  }
}
