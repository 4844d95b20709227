/**
 * Every field of a record that something made of it does not have, and why not. Used with `satisfies`, so that the compiler
 * asks whether data, pages and index want a new field: none is lost by silence.
 */
export type LeftOut<Of, Has extends PropertyKey> = Record<Exclude<keyof Of, Has>, string>
