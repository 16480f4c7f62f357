/** Draws a picture on a canvas: unlike an image by blob address it needs nothing from the page's Content-Security-Policy. */
export async function draw(content: Blob, canvas: HTMLCanvasElement): Promise<void> {
  const picture = await createImageBitmap(content);
  canvas.width = picture.width;
  canvas.height = picture.height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0);
  picture.close();
}

/** Opens a PDF in a tab of its own; the address is let go once the tab has had time to read it. */
export function openInTab(content: Blob): void {
  const url = URL.createObjectURL(new Blob([content], { type: 'application/pdf' }));
  const link = document.createElement('a');
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener';
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
