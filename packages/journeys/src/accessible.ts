import axe from 'axe-core';
import type { Page } from 'playwright-core';

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice'];

/** Everything that would lock somebody out of what the page shows now; empty when nothing does. */
export async function barriers(page: Page): Promise<string[]> {
  const size = page.viewportSize() ?? { width: 360, height: 740 };
  const found = [...(await axeFinds(page)), ...(await invisibleFocus(page))];
  await page.emulateMedia({ colorScheme: 'dark' });
  found.push(...(await axeFinds(page, ['color-contrast'])).map((each) => `dark: ${each}`));
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'active' });
  found.push(...(await withoutEdge(page)).map((each) => `forced colours: ${each}`));
  await page.emulateMedia({ forcedColors: 'none', reducedMotion: 'reduce' });
  found.push(...(await moving(page)).map((each) => `reduced motion: ${each}`));
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await page.setViewportSize({ width: 320, height: 640 });
  found.push(...(await tooWide(page)).map((each) => `320 px: ${each}`));
  await page.setViewportSize({ width: 640, height: 800 });
  await spaceOut(page);
  found.push(...(await tooWide(page)).map((each) => `200 % text with spacing: ${each}`));
  await spaceIn(page);
  await page.setViewportSize(size);
  return found;
}

async function axeFinds(page: Page, only?: readonly string[]): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source);
  const run: axe.RunOptions = only ? { runOnly: [...only] } : { runOnly: standard };
  const { violations } = await page.evaluate((options) => (globalThis as unknown as { axe: typeof axe }).axe.run(document, options), run);
  return violations.flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.flat().join(' ')} ${failureSummary ?? ''}`));
}

/** Walks once through everything Tab reaches: each stop must show where one is. */
async function invisibleFocus(page: Page): Promise<string[]> {
  const found: string[] = [];
  await page.evaluate(() => (document.activeElement instanceof HTMLElement ? document.activeElement.blur() : undefined));
  const seen = new Set<string>();
  for (let step = 0; step < 120; step += 1) {
    await page.keyboard.press('Tab');
    const stop = await page.evaluate(() => {
      let element = document.activeElement;
      while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
      if (!element || element === document.body) return undefined;
      const around = element.closest('label');
      const ring = (style: CSSStyleDeclaration): boolean => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
      const { top, bottom, left, width } = element.getBoundingClientRect();
      return {
        what: `${element.localName}.${element.className} ${element.getAttribute('name') ?? element.textContent?.trim().slice(0, 40) ?? ''} ${Math.round(top + scrollY)} ${Math.round(left)}`,
        ring: ring(getComputedStyle(element)) || ring(getComputedStyle(element, '::after')) || (around !== null && ring(getComputedStyle(around))),
        inView: width > 0 && bottom > 0 && top < innerHeight,
      };
    });
    if (!stop || seen.has(stop.what)) break;
    seen.add(stop.what);
    if (!stop.ring) found.push(`focus not seen: ${stop.what}`);
    if (!stop.inView) found.push(`focus out of view: ${stop.what}`);
  }
  return found;
}

/** Controls that would vanish where the system replaces all colours. */
function withoutEdge(page: Page): Promise<string[]> {
  return inAllRoots(page, (element) => {
    if (!element.matches('input:not([type=hidden]):not([type=radio]):not([type=checkbox]):not([type=file]), select, textarea, button.button, a.button') || element.classList.contains('visually-hidden')) return undefined;
    const { borderTopStyle, borderTopWidth } = getComputedStyle(element);
    return borderTopStyle !== 'none' && parseFloat(borderTopWidth) >= 1 ? undefined : 'no border';
  });
}

function moving(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const roots: (Document | ShadowRoot)[] = [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])];
    return roots.flatMap((root) =>
      root
        .getAnimations()
        .filter(({ effect }) => Number(effect?.getComputedTiming().duration ?? 0) > 20)
        .map((animation) => `still moves: ${animation instanceof CSSAnimation ? animation.animationName : 'transition'}`),
    );
  });
}

/** Whatever makes the page scroll sideways, or is cut off. */
async function tooWide(page: Page): Promise<string[]> {
  const scrolls = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (scrolls <= 0) return [];
  const culprits = await inAllRoots(page, (element) => {
    const { right, width } = element.getBoundingClientRect();
    return width > 0 && right > document.documentElement.clientWidth + 1 ? `ends at ${Math.round(right)}` : undefined;
  });
  return [`scrolls sideways by ${scrolls} px`, ...culprits.slice(-3)];
}

/** Text twice as large, with the distances of WCAG 1.4.12, also inside widgets. */
async function spaceOut(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.fontSize = '200%';
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important; line-height: 1.5 !important } p { margin-bottom: 2em !important }');
    for (const root of [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])]) root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  });
}

async function spaceIn(page: Page): Promise<void> {
  await page.evaluate(() => {
    document.documentElement.style.removeProperty('font-size');
    for (const root of [document, ...[...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? [])])
      root.adoptedStyleSheets = root.adoptedStyleSheets.filter(({ cssRules }) => !cssRules[0]?.cssText.startsWith('* { letter-spacing: 0.12em'));
  });
}

/** Asks every element of the page and its widgets; a word from `judge` is a finding. */
function inAllRoots(page: Page, judge: (element: Element) => string | undefined): Promise<string[]> {
  return page.evaluate(`(() => {
    const judge = ${String(judge)};
    const visit = (root) => [...root.querySelectorAll('*')].flatMap((element) => {
      const word = judge(element);
      const own = word === undefined ? [] : [word + ': ' + element.localName + '.' + element.className + ' ' + (element.textContent ?? '').trim().slice(0, 40)];
      return element.shadowRoot ? [...own, ...visit(element.shadowRoot)] : own;
    });
    return visit(document);
  })()`);
}
