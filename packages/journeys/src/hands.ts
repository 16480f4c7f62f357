import type { Locator, Page } from 'playwright-core';

/** A way to work a page: with a mouse, or with nothing but keys. */
export interface Hands {
  /** Puts text into the control of that name. */
  type(name: string, text: string): Promise<void>;
  /** Chooses one of the options of that name: radio, select or checkbox. */
  choose(name: string, value: string): Promise<void>;
  /** Gives the file to the picker found by this selector. */
  attach(selector: string, file: { readonly name: string; readonly mimeType: string; readonly buffer: Buffer }): Promise<void>;
  /** Follows a link or presses a button with these words. */
  press(words: string): Promise<void>;
}

const named = (name: string): string => `[name="${name}"]`;
/** The first link or button whose words begin so: more may follow for people who hear the page. */
function pressable(page: Page, words: string): Locator {
  const name = new RegExp(`^\\s*${words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`, 'i');
  return page.getByRole('button', { name }).or(page.getByRole('link', { name })).first();
}

/** Clicks, and types where the click went. */
export function mouse(page: Page): Hands {
  return {
    async type(name, text) {
      const control = page.locator(named(name));
      await control.click();
      await control.press('ControlOrMeta+a');
      await page.keyboard.type(text);
    },
    async choose(name, value) {
      const control = page.locator(`select${named(name)}, ${named(name)}[value="${value}"]`);
      if ((await control.evaluate((element) => element.localName)) === 'select') await control.selectOption(value);
      else await control.click();
    },
    async attach(selector, file) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.locator(selector).click()]);
      await chooser.setFiles(file);
    },
    press: (words) => pressable(page, words).click(),
  };
}

const farthest = 250;

/** Walks with Tab and works with Space, Enter and arrows: what it cannot reach or see focused, nobody can. */
export function keyboard(page: Page): Hands {
  const tabTo = async (wanted: Locator, what: string): Promise<void> => {
    await wanted.first().waitFor();
    for (let step = 0; step < farthest; step += 1) {
      if (await wanted.evaluateAll((elements) => elements.some((element) => element.matches(':focus')))) return;
      await page.keyboard.press('Tab');
    }
    throw new Error(`Tab never reaches ${what}.`);
  };
  return {
    async type(name, text) {
      await tabTo(page.locator(named(name)), name);
      await page.keyboard.press('ControlOrMeta+a');
      await page.keyboard.type(text);
    },
    async choose(name, value) {
      const control = page.locator(`select${named(name)}, input${named(name)}`);
      await tabTo(control, name);
      const kind = await control.first().evaluate((element) => (element instanceof HTMLInputElement ? element.type : 'select'));
      if (kind === 'checkbox') return page.keyboard.press('Space');
      const chosen = (): Promise<boolean> =>
        control.evaluateAll(
          (all, wanted) => all.some((one) => (one instanceof HTMLInputElement ? one.checked : true) && 'value' in one && one.value === wanted),
          value,
        );
      if (kind === 'radio') await page.keyboard.press('Space');
      for (let step = 0; step < farthest && !(await chosen()); step += 1) await page.keyboard.press('ArrowDown');
    },
    async attach(selector, file) {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), tabTo(page.locator(selector), selector).then(() => page.keyboard.press('Space'))]);
      await chooser.setFiles(file);
    },
    async press(words) {
      await tabTo(pressable(page, words), words);
      await page.keyboard.press('Enter');
    },
  };
}

/** Fills in at once, for journeys that are about something else. */
export function quick(page: Page): Hands {
  return {
    type: (name, text) => page.locator(named(name)).fill(text),
    async choose(name, value) {
      const control = page.locator(`select${named(name)}, ${named(name)}[value="${value}"]`);
      if ((await control.evaluate((element) => element.localName)) === 'select') await control.selectOption(value);
      else await control.check();
    },
    attach: (selector, file) => page.locator(selector).setInputFiles(file),
    press: (words) => pressable(page, words).click(),
  };
}
