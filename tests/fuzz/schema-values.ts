import fc, { type Arbitrary } from 'fast-check';
import type { z } from 'zod';

interface Def {
  type: string;
  shape?: Record<string, z.core.$ZodType>;
  element?: z.core.$ZodType;
  innerType?: z.core.$ZodType;
  options?: readonly z.core.$ZodType[];
  entries?: Record<string, string | number>;
  values?: readonly (string | number | boolean)[];
  keyType?: z.core.$ZodType;
  valueType?: z.core.$ZodType;
  in?: z.core.$ZodType;
  items?: readonly z.core.$ZodType[];
}

/** Texts that the counter knows, by the name of the field that takes them; under `''` those for any field. */
export type KnownTexts = Readonly<Record<string, readonly string[]>>;

/** Values of a schema's shape, that mostly fit it: texts are those that the counter knows, and others. */
export function valuesOf(schema: unknown, known: KnownTexts, { field, depth } = { field: '', depth: 0 }): Arbitrary<unknown> {
  const def = (schema as { _zod: { def: Def } })._zod.def;
  const inner = (part: unknown, name = field) => valuesOf(part, known, { field: name, depth: depth + 1 });
  if (depth > 12) return fc.constant(null);
  switch (def.type) {
    case 'object':
      return objectOf(def.shape ?? {}, inner);
    case 'array':
      return fc.array(inner(def.element), { maxLength: 4 });
    case 'tuple':
      return fc.tuple(...(def.items ?? []).map((part) => inner(part)));
    case 'record':
      return fc.dictionary(inner(def.keyType) as Arbitrary<string>, inner(def.valueType), { maxKeys: 3 });
    case 'union':
      return fc.oneof(...(def.options ?? []).map((part) => inner(part)));
    case 'optional':
    case 'nullable':
    case 'default':
    case 'prefault':
    case 'readonly':
    case 'nonoptional':
      return inner(def.innerType);
    case 'pipe':
      return inner(def.in);
    case 'enum':
      return fc.constantFrom(...Object.values(def.entries ?? {}));
    case 'literal':
      return fc.constantFrom(...(def.values ?? []));
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.oneof(
        { weight: 4, arbitrary: fc.integer({ min: 0, max: 60 }) },
        { weight: 1, arbitrary: fc.integer() },
        { weight: 1, arbitrary: fc.double() },
      );
    case 'string':
      return textOf(known[field] ?? [], known[''] ?? []);
    case 'custom':
      return fc.uint8Array({ maxLength: 200 }).map((bytes) => new Blob([Uint8Array.from(bytes)]));
    default:
      return fc.anything();
  }
}

function textOf(own: readonly string[], any: readonly string[]): Arbitrary<string> {
  const long = fc.integer({ min: 20, max: 210 }).map((length) => '长'.repeat(length));
  const others = fc.oneof(fc.constantFrom('', ...any), fc.string({ unit: 'grapheme', maxLength: 60 }), long);
  return own.length === 0
    ? others
    : fc.oneof({ weight: 3, arbitrary: fc.constantFrom(...own) }, { weight: 1, arbitrary: others });
}

function objectOf(
  shape: Record<string, z.core.$ZodType>,
  inner: (part: unknown, name: string) => Arbitrary<unknown>,
): Arbitrary<unknown> {
  const isOptional = (part: z.core.$ZodType) => (part as unknown as { _zod: { optin?: string } })._zod.optin === 'optional';
  const required = Object.keys(shape).filter((key) => !isOptional(shape[key] as z.core.$ZodType));
  const model = Object.fromEntries(Object.entries(shape).map(([key, part]) => [key, inner(part, key)]));
  return fc.record(model, { requiredKeys: required, noNullPrototype: true });
}
