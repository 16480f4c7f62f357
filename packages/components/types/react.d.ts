/**
 * Types for React 19, which sets properties and listens to events of custom elements itself.
 * Once per project: `import type {} from '@e-sewaka/components/types/react';`
 */
import type { DetailedHTMLProps, HTMLAttributes } from 'react';
import type { SewakaElements } from './elements.js';

type Handlers<Events> = { [Name in keyof Events & string as `on${Name}`]?: (event: Events[Name]) => void };
type Props<Tag extends keyof SewakaElements> = DetailedHTMLProps<HTMLAttributes<SewakaElements[Tag]['element']>, SewakaElements[Tag]['element']> &
  SewakaElements[Tag]['props'] &
  Handlers<SewakaElements[Tag]['events']>;
type Intrinsic = { [Tag in keyof SewakaElements]: Props<Tag> };

declare module 'react' {
  namespace JSX {
    interface IntrinsicElements extends Intrinsic {}
  }
}
