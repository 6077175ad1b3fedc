import { escaped } from "./escape";

/** One word of a chart and its colour. */
export interface Key {
  readonly word: string;
  readonly mark: string;
}

/** A chart with its heading, what to see in it, and what its colours mean. */
export function figure(heading: string, says: string, svg: string, keys: readonly Key[], wide = false): string {
  const list = keys
    .map(
      ({ word, mark }) =>
        `<li><svg class="swatch ${escaped(mark)}" viewBox="0 0 8 8" aria-hidden="true"><rect width="8" height="8"/></svg>${escaped(word)}</li>`,
    )
    .join("");
  const drawing = wide ? svg.replace('class="chart"', 'class="chart wide-chart"') : svg;
  return `<figure><figcaption><h3>${escaped(heading)}</h3><p>${escaped(says)}</p></figcaption>
<div class="drawing" tabindex="0" role="region" aria-label="${escaped(heading)}">${drawing}</div>
<ul class="keys">${list}</ul></figure>`;
}
