import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { PrintingError } from '../printing-error.ts';
import { countGlyphs, keepOutlines } from './sfnt.ts';

/** A font file as harfbuzz's subsetter holds it: copied into its memory once, cut for each paper. */
export interface Subsetter {
  /** A font of exactly these glyphs (and .notdef), in ascending order of their ids; `keepsIds` where they had to stay in place. */
  subset(glyphs: readonly number[]): { bytes: Uint8Array; keepsIds: boolean };
}

/** The calls of harfbuzz-subset.wasm that are used here (hb-subset.h). Pointers are numbers. */
interface SubsetWasm {
  memory: { buffer: ArrayBuffer };
  _initialize(): void;
  malloc(bytes: number): number;
  hb_blob_create(data: number, length: number, mode: number, userData: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_input_glyph_set(input: number): number;
  hb_subset_or_fail(face: number, input: number): number;
}

const flags = { noHinting: 0x1, retainGlyphIds: 0x2, notdefOutline: 0x40 };
const writable = 2;

/** TypeScript declares WebAssembly only together with the whole DOM. */
interface WebAssemblyHost {
  WebAssembly: {
    Module: new (bytes: Uint8Array) => object;
    Instance: new (module: object) => { exports: unknown };
  };
}

const { WebAssembly } = globalThis as unknown as WebAssemblyHost;
let compiled: object | undefined;

/** An instance of its own for each font: its memory ends at 64 MB or so, and four of ours don't fit into that. */
function newSubsetWasm(): SubsetWasm {
  compiled ??= new WebAssembly.Module(
    readFileSync(createRequire(import.meta.url).resolve('harfbuzzjs/dist/harfbuzz-subset.wasm')),
  );
  const wasm = new WebAssembly.Instance(compiled).exports as SubsetWasm;
  wasm._initialize();
  return wasm;
}

/** Takes a TrueType file into the subsetter's memory, where it stays. */
export function createSubsetter(file: Uint8Array): Subsetter {
  const fontBytes = keepOutlines(file);
  const hb = newSubsetWasm();
  const data = hb.malloc(fontBytes.byteLength);
  if (data === 0) throw new PrintingError('font-damaged', 'no memory for a font');
  new Uint8Array(hb.memory.buffer).set(fontBytes, data);
  const blob = hb.hb_blob_create(data, fontBytes.byteLength, writable, 0, 0);
  const face = hb.hb_face_create(blob, 0);
  hb.hb_blob_destroy(blob);
  return {
    subset: (glyphs) => {
      const dense = cut({ hb, face }, glyphs, 0);
      // A glyph composed of others brings those along, which shifts the ids: then every glyph stays at its own.
      if (countGlyphs(dense) === new Set([0, ...glyphs]).size) return { bytes: dense, keepsIds: false };
      return { bytes: cut({ hb, face }, glyphs, flags.retainGlyphIds), keepsIds: true };
    },
  };
}

function cut({ hb, face }: { hb: SubsetWasm; face: number }, glyphs: readonly number[], more: number): Uint8Array {
  const input = hb.hb_subset_input_create_or_fail();
  hb.hb_subset_input_set_flags(input, flags.noHinting | flags.notdefOutline | more);
  const wanted = hb.hb_subset_input_glyph_set(input);
  for (const glyph of glyphs) hb.hb_set_add(wanted, glyph);
  const subset = hb.hb_subset_or_fail(face, input);
  hb.hb_subset_input_destroy(input);
  if (subset === 0) throw new PrintingError('font-damaged', 'a font could not be cut down');
  const blob = hb.hb_face_reference_blob(subset);
  const start = hb.hb_blob_get_data(blob, 0);
  const bytes = new Uint8Array(hb.memory.buffer).slice(start, start + hb.hb_blob_get_length(blob));
  hb.hb_blob_destroy(blob);
  hb.hb_face_destroy(subset);
  return bytes;
}
