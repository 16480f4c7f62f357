import { speakFromFrame } from './inside.js';

const hosts = document.querySelector<HTMLMetaElement>('meta[name=sewaka-hosts]')?.content ?? '';

// Our own pages frame widgets too.
speakFromFrame([location.origin, ...hosts.split(' ').filter(Boolean)]);
