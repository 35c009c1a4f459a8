/**
 * A function of generated code as text, and the other ones that it calls. A module must not depend
 * on this package, so what it needs is written into it.
 */
export interface RuntimeSource {
  readonly needs: readonly string[];
  readonly text: string;
}
