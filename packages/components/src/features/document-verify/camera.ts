/** The little of `BarcodeDetector` that is used; not every browser has it. */
interface Detector {
  detect(source: HTMLVideoElement): Promise<readonly { readonly rawValue: string }[]>;
}
type DetectorClass = new (options: { formats: readonly string[] }) => Detector;

function isDetectorClass(value: unknown): value is DetectorClass {
  return typeof value === 'function';
}

/** Whether this browser can read QR codes through the camera by itself. */
export function canScan(): boolean {
  return isDetectorClass(Reflect.get(globalThis, 'BarcodeDetector')) && typeof navigator !== 'undefined' && navigator.mediaDevices !== undefined;
}

const lookEvery = 200;

/** Shows the camera in a video element and resolves with the first QR text; undefined when ended before. Throws when the camera is denied. */
export async function scan(video: HTMLVideoElement, signal: AbortSignal): Promise<string | undefined> {
  const DetectorOfPage: unknown = Reflect.get(globalThis, 'BarcodeDetector');
  if (!isDetectorClass(DetectorOfPage)) return undefined;
  const detector = new DetectorOfPage({ formats: ['qr_code'] });
  const stream = await navigator.mediaDevices.getUserMedia({ video: { facingMode: 'environment' } });
  try {
    video.srcObject = stream;
    await video.play();
    while (!signal.aborted) {
      const [found] = await detector.detect(video).catch(() => []);
      if (found?.rawValue) return found.rawValue;
      await new Promise((resolve) => setTimeout(resolve, lookEvery));
    }
    return undefined;
  } finally {
    for (const track of stream.getTracks()) track.stop();
    video.srcObject = null;
  }
}
