/** Something to look at for a QR code, with its own size in pixels. */
export interface Picture {
  readonly source: HTMLVideoElement | ImageBitmap;
  readonly width: number;
  readonly height: number;
}

/** Finds the text of a QR code in a picture; `patience` is how many milliseconds a second and third look may take. */
export type QrReader = (picture: Picture, patience: number) => Promise<string | undefined>;

/** The little of `BarcodeDetector` that is used. */
interface Detector {
  detect(source: HTMLVideoElement | ImageBitmap): Promise<readonly { readonly rawValue: string }[]>;
}
interface DetectorClass {
  new (options: { formats: readonly string[] }): Detector;
  getSupportedFormats(): Promise<readonly string[]>;
}

const isDetectorClass = (value: unknown): value is DetectorClass => typeof value === 'function' && 'getSupportedFormats' in value;

/** A reader by this browser's own means; undefined where it has none for QR (iPhones, Firefox, desktops without one). */
async function ownReader(): Promise<QrReader | undefined> {
  const Own: unknown = Reflect.get(globalThis, 'BarcodeDetector');
  if (!isDetectorClass(Own)) return undefined;
  const formats: readonly string[] = await Own.getSupportedFormats().catch(() => []);
  if (!formats.includes('qr_code')) return undefined;
  const detector = new Own({ formats: ['qr_code'] });
  return async ({ source }) => (await detector.detect(source))[0]?.rawValue;
}

const broughtReader = async (): Promise<QrReader> => (await import('./qr-decoder.js')).decode;

/** The best reader there is: the browser's own, or the decoder that comes with the widget and is fetched only then. */
export async function qrReader(): Promise<QrReader> {
  const own = await ownReader();
  if (!own) return broughtReader();
  let brought: Promise<QrReader> | undefined;
  return async (picture, patience) => {
    // Some phones name the format and then have no service behind it.
    if (!brought)
      try {
        return await own(picture, patience);
      } catch {
        brought = broughtReader();
      }
    return (await brought)(picture, patience);
  };
}
