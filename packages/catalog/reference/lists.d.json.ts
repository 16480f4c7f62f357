import type { Option } from '@e-sewaka/contract';

declare const lists: Readonly<Record<string, readonly Option[]>>;
export = lists;
