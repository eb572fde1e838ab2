import { PDFDocument, StandardFonts } from 'pdf-lib';

/** The scan that an office would bring: an approving body's decision, plainly marked as a sample. */
export async function sampleApproval(reference: string): Promise<Uint8Array<ArrayBuffer>> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  const page = pdf.addPage([595, 842]);
  page.drawText('SAMPLE - entered approval of the demo', { x: 60, y: 760, size: 16, font });
  page.drawText(reference, { x: 60, y: 730, size: 12, font });
  return new Uint8Array(await pdf.save());
}
