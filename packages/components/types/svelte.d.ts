/**
 * Types for Svelte 5 templates.
 * Once per project: `import type {} from '@e-sewaka/components/types/svelte';`
 */
import type { HTMLAttributes } from 'svelte/elements';
import type { SewakaElements } from './elements.js';

type Handlers<Events> = { [Name in keyof Events & string as `on${Name}`]?: (event: Events[Name]) => void };
type Tags = {
  [Tag in keyof SewakaElements]: HTMLAttributes<SewakaElements[Tag]['element']> & SewakaElements[Tag]['props'] & Handlers<SewakaElements[Tag]['events']>;
};

declare module 'svelte/elements' {
  interface SvelteHTMLElements extends Tags {}
}
