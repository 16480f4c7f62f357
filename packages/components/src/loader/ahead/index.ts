import { askAhead } from './ask.js';

// For a widget's own script, whose first line this is: the forms that stand in the page before it.
for (const form of document.querySelectorAll('sewaka-service-form')) askAhead(form);

export {};
