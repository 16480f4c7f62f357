import { fitFrames } from './host.js';

const own = new URL(import.meta.url);

// A copy on the site's own server is told where the service is: `frames.js?service=https://…`.
fitFrames(own.searchParams.get('service') ?? own.origin);
