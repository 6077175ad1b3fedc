/** Makes an element. Text is always text: nothing of the evidence is ever read as HTML. */
export function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value);
  made.append(...children);
  return made;
}

/** The sign of a standing or an outcome: a form beside the colour. It says nothing to who hears the text beside it. */
export function sign(mark: string): Element {
  const space = "http://www.w3.org/2000/svg";
  const drawing = document.createElementNS(space, "svg");
  drawing.setAttribute("class", `sign mark-${mark}`);
  drawing.setAttribute("aria-hidden", "true");
  drawing.setAttribute("viewBox", "0 0 16 16");
  const use = document.createElementNS(space, "use");
  use.setAttribute("href", `#sign-${mark}`);
  drawing.append(use);
  return drawing;
}

/** A whole number as people read it. */
export function grouped(count: number): string {
  return count.toLocaleString("en-GB");
}
