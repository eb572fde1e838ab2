import type { Sha256Hex } from '../../shared/domain/ids.ts';
import { refuse } from '../../shared/domain/refusal.ts';
import type { Layout } from '../../shared/paper/layout.ts';
import { getPaperDefinition } from '../../shared/paper/registry.ts';
import { type FontStore, openFontStore } from './fonts/font-store.ts';
import { mustBeDrawable } from './layout/check-characters.ts';
import { drawElement, isDrawn } from './layout/draw-element.ts';
import { splitFlow } from './layout/draw-flow.ts';
import type { Drawing, LayoutMode, PaperValues } from './layout/drawing.ts';
import { type LayoutStore, openLayoutStore } from './layout/layout-store.ts';
import { PaperFile, type Picture } from './pdf/paper-file.ts';
import { PrintingError } from './printing-error.ts';

export interface RenderRequest {
  /** `recognition-certificate/1`. */
  layout: string;
  values: PaperValues;
  /** JPEGs by the field of the layout's photo element, in place of those that the values name by their hash. */
  pictures?: Readonly<Record<string, Uint8Array>>;
  marks?: { reprint?: boolean };
  /** `full` where absent. */
  mode?: LayoutMode;
  /** Where this printer puts the page's corner, in millimetres, as its calibration page showed. */
  offsetMm?: { x: number; y: number };
}

/** Where photographs are kept; throws for one that is missing or damaged. */
export interface PictureStore {
  get(sha256: Sha256Hex): Promise<Uint8Array>;
}

export interface RendererOptions {
  resourcesDir: string;
  /** Without it no photograph can be had. */
  pictures?: PictureStore;
}

export interface RenderedPaper {
  pdf: Uint8Array;
  pages: number;
  widthMm: number;
  heightMm: number;
}

export interface PaperRenderer {
  /**
   * Makes a paper's PDF: the same request, the same bytes. Refuses `character-not-drawable`, `text-does-not-fit`, `qr-too-long`
   * and, where a photograph that the values name can't be had, `photo-damaged`; throws PrintingError for a font or layout that is missing or changed.
   */
  render(request: RenderRequest): Promise<RenderedPaper>;
  /** Several papers of one layout as one file, a page each: their fonts are embedded once. */
  renderAll(layout: string, requests: readonly Omit<RenderRequest, 'layout'>[]): Promise<RenderedPaper>;
  /** Milliseconds spent on loading fonts so far. */
  fontsLoadedMs(): number;
}

/** The printing room's renderer: values and a layout become a PDF. Fonts and layouts are read when first needed, and kept. */
export function createRenderer({ resourcesDir, pictures }: RendererOptions): PaperRenderer {
  const layouts = openLayoutStore(resourcesDir);
  let fonts: FontStore | undefined;
  const renderAll: PaperRenderer['renderAll'] = (layout, requests) => {
    fonts ??= openFontStore(resourcesDir);
    return makeFile({ layouts, fonts, pictures }, layout, requests);
  };
  return {
    render: ({ layout, ...request }) => renderAll(layout, [request]),
    renderAll,
    fontsLoadedMs: () => fonts?.loadedMs() ?? 0,
  };
}

async function makeFile(
  { layouts, fonts, pictures: stored }: { layouts: LayoutStore; fonts: FontStore; pictures: PictureStore | undefined },
  name: string,
  requests: readonly Omit<RenderRequest, 'layout'>[],
): Promise<RenderedPaper> {
  const layout = layouts.get(name);
  const file = new PaperFile({
    title: getPaperDefinition(layout.paper).title.zh,
    identity: JSON.stringify([name, requests.map(({ pictures: _, ...rest }) => rest)]),
  });
  for (const { values, pictures = {}, marks, mode = 'full', offsetMm } of requests) {
    const reprint = marks?.reprint ?? false;
    if (!layout.enabled && !reprint) throw new PrintingError('layout-switched-off', `the layout ${name} is switched off`);
    const embedded = new Map<string, Picture>();
    const drawing = { layout, fonts, values, pictures: embedded, mode, reprint };
    mustBeDrawable(drawing);
    for (const [field, jpeg] of Object.entries(pictures)) embedded.set(field, await file.addPicture(jpeg));
    for (const [field, sha256] of namedPictures(layout, values))
      if (!embedded.has(field)) embedded.set(field, await storedPicture(file, stored, sha256));
    for (const onPage of pagesOf(drawing)) {
      const canvas = file.addPage(layout.page.width, layout.page.height, offsetMm);
      const page = { ...drawing, values: onPage, canvas };
      for (const element of layout.elements) if (isDrawn(page, element)) drawElement(page, element);
    }
  }
  const pdf = await file.write();
  return { pdf, pages: file.pageCount, widthMm: layout.page.width, heightMm: layout.page.height };
}

/** The values of each page. Where there are several, the value `sheet` says which of how many it is. */
function pagesOf(drawing: Omit<Drawing, 'canvas'>): PaperValues[] {
  const { layout, values } = drawing;
  const flow = layout.elements.find((element) => element.kind === 'flow' && element.continues === true);
  if (flow?.kind !== 'flow') return [values];
  const pages = splitFlow(drawing, flow);
  if (pages.length === 1) return [values];
  return pages.map((rows, at) => ({ ...values, [flow.field]: rows, sheet: `第${at + 1}页 共${pages.length}页` }));
}

/** The photographs that the values name: each a hash under the field of a photo element. */
function namedPictures(layout: Layout, values: PaperValues): [string, Sha256Hex][] {
  return layout.elements.flatMap((element): [string, Sha256Hex][] => {
    const sha256 = element.kind === 'photo' ? values[element.field] : undefined;
    return element.kind === 'photo' && typeof sha256 === 'string' ? [[element.field, sha256 as Sha256Hex]] : [];
  });
}

/** A paper that bore a photograph is never made without it: an empty frame would look as if there had been none. */
async function storedPicture(file: PaperFile, stored: PictureStore | undefined, sha256: Sha256Hex): Promise<Picture> {
  try {
    if (stored) return await file.addPicture(await stored.get(sha256));
  } catch {
    // Missing, damaged or no JPEG: all the same to whoever waits for the paper. The photograph is taken anew.
  }
  return refuse('photo-damaged', {});
}
