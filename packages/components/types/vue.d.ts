/**
 * Types for Vue 3 templates; tell the compiler that `sewaka-` tags are custom elements.
 * Once per project: `import type {} from '@e-sewaka/components/types/vue';`
 */
import type { EmitFn, HTMLAttributes, PublicProps } from 'vue';
import type { SewakaElements } from './elements.js';

type Emits<Events> = EmitFn<{ [Name in keyof Events]: (event: Events[Name]) => void }>;
type Tags = {
  [Tag in keyof SewakaElements]: new () => SewakaElements[Tag]['element'] & {
    $props: HTMLAttributes & PublicProps & SewakaElements[Tag]['props'];
    $emit: Emits<SewakaElements[Tag]['events']>;
  };
};

declare module 'vue' {
  interface GlobalComponents extends Tags {}
}
