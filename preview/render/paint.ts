import { createColors } from "picocolors";

/** Colours for text that goes to a terminal; without colour, each gives the text as it is. */
export type Paint = ReturnType<typeof createColors>;

/** Colours, or none. */
export function paint(colour: boolean): Paint {
  return createColors(colour);
}
