/** The shape of a table of words with other words in it: English can't lack or add a key. */
export type SameShape<T> = { readonly [K in keyof T]: T[K] extends string ? string : SameShape<T[K]> };
