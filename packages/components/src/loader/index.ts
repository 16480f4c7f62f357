import './origin/index.js';
import { watch } from './watch.js';

watch(document);
