import './origin/index.js';
import { fitFrames } from './frame/host.js';
import { watch } from './watch.js';

watch(document);
fitFrames(new URL(import.meta.url).origin);
