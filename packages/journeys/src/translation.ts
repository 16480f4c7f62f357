import type { Page } from 'playwright-core';

/** Does what page translators do: puts `font` elements in the place of every text node, also inside open shadow roots. */
export async function translate(page: Page): Promise<void> {
  await page.evaluate(() => {
    const visit = (root: Node): void => {
      for (const node of [...root.childNodes]) {
        if (node instanceof Text && node.data.trim() !== '') {
          const [outer, inner] = [document.createElement('font'), document.createElement('font')];
          inner.textContent = `«${node.data}»`;
          outer.append(inner);
          node.replaceWith(outer);
        } else if (node instanceof Element && !['SCRIPT', 'STYLE', 'OPTION'].includes(node.tagName)) {
          if (node.shadowRoot) visit(node.shadowRoot);
          visit(node);
        }
      }
    };
    visit(document.body);
  });
}
