import type { ElementOf, LayoutElement } from '../../../shared/paper/layout.ts';
import { pointsPerDot, pointsPerMm } from '../pdf/units.ts';
import { makeQr, placeQr } from '../qr/qr-code.ts';
import { drawColumns } from './draw-columns.ts';
import { drawFlow } from './draw-flow.ts';
import { drawRows } from './draw-rows.ts';
import { type Drawing, drawCentred, drawText, inkOf, isSet, rectOf, styleOf, textOf } from './drawing.ts';

type Draw<K extends LayoutElement['kind']> = (drawing: Drawing, element: ElementOf<K>) => void;

/** How each kind of element draws itself. */
const draw: { [K in LayoutElement['kind']]: Draw<K> } = {
  label: (drawing, { text, x, y, width, style }) => drawText(drawing, { text, x, y, width, style }),
  field: (drawing, { field, x, y, width, style }) => {
    const text = textOf(drawing.values, field);
    if (text !== '') drawText(drawing, { text, field, x, y, width, style });
  },
  line: ({ layout, canvas }, { from, to, stroke, ink, dash }) =>
    canvas.line(from, to, { widthMm: stroke, ink: inkOf(layout, ink), ...(dash && { dashMm: dash }) }),
  frame: ({ layout, canvas }, { stroke, ink, ...rect }) =>
    canvas.frame(rectOf(rect), { widthMm: stroke, ink: inkOf(layout, ink) }),
  panel: ({ layout, canvas }, { ink, ...rect }) => canvas.panel(rectOf(rect), inkOf(layout, ink)),
  photo: drawPhoto,
  seal: (drawing, { text, stroke, style, ...rect }) =>
    drawFrame(drawing, { text, stroke, style, rect: rectOf(rect), dashed: true }),
  qr: ({ layout, canvas, values }, { field, x, y, size, maxDots, ink }) => {
    const text = textOf(values, field);
    if (text === '') return;
    const square = { x: canvas.xDots(x), y: canvas.yDots(y), side: (size * pointsPerMm) / pointsPerDot, maxDots };
    canvas.dots(placeQr(makeQr(text), square), inkOf(layout, ink));
  },
  columns: drawColumns,
  rows: drawRows,
  flow: drawFlow,
  mark: (drawing, { text, stroke, style, ...rect }) => drawFrame(drawing, { text, stroke, style, rect: rectOf(rect) }),
};

/** What differs from paper to paper; everything else is on pre-printed stock already. */
const variable: readonly LayoutElement['kind'][] = ['field', 'rows', 'flow', 'qr', 'mark'];

/** Whether an element is on this very paper. */
export function isDrawn({ values, pictures, mode, reprint }: Omit<Drawing, 'canvas'>, element: LayoutElement): boolean {
  if (element.kind === 'mark') return element.mark === 'reprint' ? reprint : isSet(values, element.mark);
  const varies = element.kind === 'photo' ? pictures.has(element.field) : variable.includes(element.kind);
  if (mode === 'variables' && !varies) return false;
  if (element.when && !isSet(values, element.when)) return false;
  return !(element.unless && isSet(values, element.unless));
}

export function drawElement<K extends LayoutElement['kind']>(drawing: Drawing, element: ElementOf<K>): void {
  (draw[element.kind as K] as Draw<K>)(drawing, element);
}

/** The whole picture, as large as its frame allows, in the frame's middle. */
function drawPhoto(drawing: Drawing, { field, text, stroke, style, ...rect }: ElementOf<'photo'>): void {
  const picture = drawing.pictures.get(field);
  if (!picture) {
    drawFrame(drawing, { text, stroke, style, rect: rectOf(rect) });
    return;
  }
  const scale = Math.min(rect.width / picture.width, rect.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  const [x, y] = [rect.x + (rect.width - width) / 2, rect.y + (rect.height - height) / 2];
  drawing.canvas.image(picture.name, rectOf({ x, y, width, height }));
}

interface Framed {
  text: string;
  stroke: number;
  style: string;
  rect: ReturnType<typeof rectOf>;
  dashed?: boolean;
}

function drawFrame(drawing: Drawing, { text, stroke, style, rect, dashed = false }: Framed): void {
  const ink = inkOf(drawing.layout, styleOf(drawing.layout, style).ink);
  drawing.canvas.frame(rect, { widthMm: stroke, ink, ...(dashed && { dashMm: [1.2, 1.2] as const }) });
  drawCentred(drawing, rect, { text, style });
}
