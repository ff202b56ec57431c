// The shape that a translation must have: the keys of its source, each with a sentence of its own.
export type Same<Source> = { readonly [Key in keyof Source]: Source[Key] extends string ? string : Same<Source[Key]> }
