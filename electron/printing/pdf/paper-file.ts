import { createHash } from 'node:crypto';
import { deflateSync } from 'node:zlib';
import { PDFContext, PDFHexString, PDFName, PDFRawStream, type PDFRef, PDFString, PDFWriter } from 'pdf-lib';
import type { FontFace } from '../fonts/font-face.ts';
import { EmbeddedFont } from './embedded-font.ts';
import { PageCanvas } from './page-canvas.ts';
import { pointsPerMm } from './units.ts';

export interface PaperFileOptions {
  /** What a viewer's title bar says: the paper's kind, nothing about a person. */
  title: string;
  /** Whatever the file follows from; the file's identifier is made of it. */
  identity: string;
}

interface Page {
  canvas: PageCanvas;
  images: Map<string, PDFRef>;
}

/** A PDF of one or more pages. The same drawing gives the same bytes: no date, no chance; a reprint is then the same file. */
export class PaperFile {
  readonly context: PDFContext = PDFContext.create();
  readonly #options: PaperFileOptions;
  readonly #fonts = new Map<FontFace, EmbeddedFont>();
  readonly #pages: Page[] = [];

  constructor(options: PaperFileOptions) {
    this.#options = options;
  }

  get pageCount(): number {
    return this.#pages.length;
  }

  addPage(widthMm: number, heightMm: number, offsetMm?: { x: number; y: number }): PageCanvas {
    // Rounded as it is written, so that whole dots counted from the top edge are whole dots on paper.
    const size = { widthPt: round(widthMm * pointsPerMm), heightPt: round(heightMm * pointsPerMm), ...(offsetMm && { offsetMm }) };
    const canvas = new PageCanvas(size, (face) => this.#fontFor(face));
    this.#pages.push({ canvas, images: new Map() });
    return canvas;
  }

  /** Makes an image known to the newest page, and gives the name that its drawing uses. */
  addImage(image: PDFRef): string {
    const images = this.#pages.at(-1)?.images ?? new Map<string, PDFRef>();
    const name = `I${images.size + 1}`;
    images.set(name, image);
    return name;
  }

  async write(): Promise<Uint8Array> {
    const { context } = this;
    for (const font of this.#fonts.values()) font.finish();
    const tree = context.nextRef();
    const kids = this.#pages.map((page) => this.#writePage(page, tree));
    context.assign(tree, context.obj({ Type: 'Pages', Kids: kids, Count: kids.length }));
    const { title, identity } = this.#options;
    context.trailerInfo.Root = context.register(context.obj({ Type: 'Catalog', Pages: tree, Lang: PDFString.of('zh-CN') }));
    context.trailerInfo.Info = context.register(
      context.obj({ Title: PDFHexString.fromText(title), Producer: PDFString.of('Talent Counter') }),
    );
    const id = PDFHexString.of(createHash('sha256').update(identity).digest('hex').slice(0, 32));
    context.trailerInfo.ID = context.obj([id, id]);
    return PDFWriter.forContext(context, Number.POSITIVE_INFINITY).serializeToBuffer();
  }

  #writePage({ canvas, images }: Page, parent: PDFRef): PDFRef {
    const { context } = this;
    const content = new Uint8Array(deflateSync(Buffer.from(canvas.content(), 'latin1')));
    const stream = PDFRawStream.of(context.obj({ Filter: PDFName.of('FlateDecode') }), content);
    const fonts = Object.fromEntries([...this.#fonts.values()].map((font) => [font.key, font.ref]));
    return context.register(
      context.obj({
        Type: 'Page',
        Parent: parent,
        MediaBox: [0, 0, canvas.widthPt, canvas.heightPt],
        Resources: { Font: fonts, ...(images.size > 0 && { XObject: Object.fromEntries(images) }) },
        Contents: context.register(stream),
      }),
    );
  }

  #fontFor(face: FontFace): EmbeddedFont {
    const known = this.#fonts.get(face);
    if (known) return known;
    const font = new EmbeddedFont(this.context, face, `F${this.#fonts.size + 1}`);
    this.#fonts.set(face, font);
    return font;
  }
}

const round = (points: number) => Math.round(points * 1000) / 1000;
