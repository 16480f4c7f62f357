/** Largest side kept, in pixels: an A4 page stays readable. */
const longestSide = 2200;
/** What a photo should weigh at most, in bytes. */
const target = 1_000_000;

/**
 * Makes a photo small enough for a weak line: JPEG, upright, without location or other camera data.
 * A file that is no image, is small already, or that this browser cannot read comes back as it is.
 */
export async function resizeImage(file: File): Promise<File> {
  if (!file.type.startsWith('image/') && !/\.hei[cf]$/i.test(file.name)) return file;
  try {
    const bitmap = await createImageBitmap(file, { imageOrientation: 'from-image' });
    const scale = Math.min(1, longestSide / Math.max(bitmap.width, bitmap.height));
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(bitmap.width * scale);
    canvas.height = Math.round(bitmap.height * scale);
    const context = canvas.getContext('2d');
    if (!context) return file;
    // Transparent PNGs would turn black.
    context.fillStyle = '#fff';
    context.fillRect(0, 0, canvas.width, canvas.height);
    context.drawImage(bitmap, 0, 0, canvas.width, canvas.height);
    bitmap.close();
    const blob = await lightest(canvas);
    if (!blob) return file;
    return new File([blob], file.name.replace(/\.\w+$/, '') + '.jpg', { type: 'image/jpeg' });
  } catch {
    return file;
  }
}

async function lightest(canvas: HTMLCanvasElement): Promise<Blob | undefined> {
  let best: Blob | undefined;
  for (const quality of [0.86, 0.72, 0.58, 0.42]) {
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
    best = blob ?? best;
    if (best && best.size <= target) return best;
  }
  return best;
}
