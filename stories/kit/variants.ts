import type { StoryObj } from '@storybook/web-components-vite';

const under =
  (globals: Readonly<Record<string, unknown>>) =>
  (story: StoryObj): StoryObj => ({ ...story, globals: { ...story.globals, ...globals } });

export const dark = under({ scheme: 'dark' });
export const highContrast = under({ contrast: 'more' });
export const english = under({ locale: 'en' });
export const balinese = under({ locale: 'ban' });
/** At 320 CSS pixels, where content must reflow. */
export const phone = under({ viewport: { value: 'reflow' } });
export const largeText = under({ textSize: 'larger' });
