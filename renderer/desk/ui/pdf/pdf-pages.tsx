import { useEffect, useRef, useState } from 'react';
import type { DrawnPage } from './pdf-document.ts';
import { drawRatio, fitScale, type PaperSize, widthScale } from './preview-scale.ts';
import './pdf-pages.css';

export interface PdfPagesProps {
  pdf: Blob;
  /** The paper's size; each page's own where it isn't given. */
  size?: PaperSize;
  /** Said for the picture: what paper this is. */
  label: string;
  fit: 'page' | 'width';
  room: Room;
  /** Not made by this program: it may need fonts that it doesn't bring. */
  foreign?: boolean;
  /** This page alone. */
  only?: number;
  onTrouble(error: unknown): void;
}
interface Room {
  widthPx: number;
  heightPx: number;
}

/** The PDF itself, drawn page by page at the screen's own pixels. What was drawn stays until the next drawing is finished. */
export function PdfPages({ label, ...drawing }: PdfPagesProps) {
  const pages = useDrawnPages(drawing);
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

function useDrawnPages({ pdf, size, fit, room, foreign = false, only, onTrouble }: Omit<PdfPagesProps, 'label'>): DrawnPage[] {
  const [pages, setPages] = useState<DrawnPage[]>([]);
  const { widthMm, heightMm } = size ?? {};
  const { widthPx, heightPx } = room;
  const trouble = useRef(onTrouble);
  trouble.current = onTrouble;
  useEffect(() => {
    if (widthPx === 0) return;
    let over = false;
    const paper = widthMm === undefined || heightMm === undefined ? undefined : { widthMm, heightMm };
    drawAll(pdf, { paper, fit, room: { widthPx, heightPx }, foreign, only }).then(
      (drawn) => over || setPages(drawn),
      (error: unknown) => over || trouble.current(error),
    );
    return () => {
      over = true;
    };
  }, [pdf, widthMm, heightMm, widthPx, heightPx, fit, foreign, only]);
  return pages;
}

interface Drawing {
  paper: PaperSize | undefined;
  fit: 'page' | 'width';
  room: Room;
  foreign: boolean;
  only: number | undefined;
}

async function drawAll(pdf: Blob, { paper, fit, room, foreign, only }: Drawing): Promise<DrawnPage[]> {
  // pdf.js is large and only a preview needs it: it is fetched with the first paper.
  const { drawPage, openPdf, pageSize } = await import('./pdf-document.ts');
  const opened = await openPdf(pdf, foreign);
  try {
    const pages: DrawnPage[] = [];
    for (let number = only ?? 1; number <= (only ?? opened.numPages); number += 1) {
      const size = paper ?? (await pageSize(opened, number));
      const pxPerMm = fit === 'page' ? fitScale(size, room) : widthScale(size, room);
      pages.push(await drawPage(opened, number, { pxPerMm, ratio: drawRatio(size, pxPerMm, window.devicePixelRatio) }));
    }
    return pages;
  } finally {
    await opened.loadingTask.destroy();
  }
}
