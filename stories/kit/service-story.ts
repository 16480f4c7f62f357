import { examplesOn, witaDate } from '@e-sewaka/contract';
import { services } from 'virtual:sample';
import '../../packages/components/src/features/service-form/index.js';
import { widgetIn } from './element.js';
import { walk } from './fill.js';

export { render } from './element.js';

export const parameters = { layout: 'padded' };

/** Fills in the first valid example of a service up to the review. */
export const fillAndReview =
  (id: string) =>
  async ({ canvasElement }: { canvasElement: HTMLElement }): Promise<void> => {
    const service = services.find((one) => one.id === id);
    const [example] = service === undefined ? [] : examplesOn(service, witaDate(new Date())).valid;
    if (!service || !example) throw new Error(`${id} has no valid example`);
    await walk(await widgetIn(canvasElement), service, example.answers);
  };
