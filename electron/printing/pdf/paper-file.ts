import { createHash } from 'node:crypto';
import { JpegEmbedder, PDFContext, PDFHexString, type PDFRef, PDFString, PDFWriter } from 'pdf-lib';
import type { FontFace } from '../fonts/font-face.ts';
import { PrintingError } from '../printing-error.ts';
import { compressedStream } from './compressed-stream.ts';
import { EmbeddedFont } from './embedded-font.ts';
import { PageCanvas } from './page-canvas.ts';
import { pointsPerMm } from './units.ts';

export interface PaperFileOptions {
  /** What a viewer's title bar says: the paper's kind, nothing about a person. */
  title: string;
  /** Whatever the file follows from; the file's identifier is made of it. */
  identity: string;
}

/** A JPEG inside the file; its name is the same on every page. */
export interface Picture {
  name: string;
  width: number;
  height: number;
}

/** A PDF of one or more pages. The same drawing gives the same bytes: no date, no chance; a reprint is then the same file. */
export class PaperFile {
  readonly context: PDFContext = PDFContext.create();
  readonly #options: PaperFileOptions;
  readonly #fonts = new Map<FontFace, EmbeddedFont>();
  readonly #pages: PageCanvas[] = [];
  readonly #pictures = new Map<string, PDFRef>();

  constructor(options: PaperFileOptions) {
    this.#options = options;
  }

  get pageCount(): number {
    return this.#pages.length;
  }

  addPage(widthMm: number, heightMm: number, offsetMm?: { x: number; y: number }): PageCanvas {
    // Rounded as it is written, so that whole dots counted from the top edge are whole dots on paper.
    const size = {
      widthPt: round(widthMm * pointsPerMm),
      heightPt: round(heightMm * pointsPerMm),
      ...(offsetMm && { offsetMm }),
    };
    const canvas = new PageCanvas(size, (face) => this.#fontFor(face));
    this.#pages.push(canvas);
    return canvas;
  }

  /** Puts a JPEG into the file. Throws PrintingError for anything else. */
  async addPicture(jpeg: Uint8Array): Promise<Picture> {
    try {
      // A copy: the library looks at the whole memory behind the bytes, which may hold others before them.
      const embedder = await JpegEmbedder.for(new Uint8Array(jpeg));
      const name = `P${this.#pictures.size + 1}`;
      this.#pictures.set(name, await embedder.embedIntoContext(this.context));
      return { name, width: embedder.width, height: embedder.height };
    } catch (cause) {
      throw new PrintingError('picture-damaged', 'a picture is no JPEG that can be read', { cause });
    }
  }

  async write(): Promise<Uint8Array> {
    const { context } = this;
    for (const font of this.#fonts.values()) font.finish();
    const tree = context.nextRef();
    const kids = this.#pages.map((canvas) => this.#writePage(canvas, tree));
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

  #writePage(canvas: PageCanvas, parent: PDFRef): PDFRef {
    const { context } = this;
    const content = compressedStream(context, Buffer.from(canvas.content(), 'latin1'));
    const pictures = Object.fromEntries(this.#pictures);
    const fonts = Object.fromEntries([...this.#fonts.values()].map((font) => [font.key, font.ref]));
    return context.register(
      context.obj({
        Type: 'Page',
        Parent: parent,
        MediaBox: [0, 0, canvas.widthPt, canvas.heightPt],
        Resources: { Font: fonts, ...(this.#pictures.size > 0 && { XObject: pictures }) },
        Contents: context.register(content),
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
