import { readFileSync } from "node:fs";
import { basename } from "node:path";
import type { Browser } from "@playwright/test";

interface Montage {
  columns: number;
  /** Width of one picture, in pixels. */
  width: number;
  /** JPEG quality, 0 to 100. */
  quality?: number;
}

/** Puts pictures together on one sheet, each with its file's name under it. */
export async function montage(browser: Browser, pictures: string[], path: string, { columns, width, quality = 82 }: Montage): Promise<void> {
  const figures = pictures.map((file) => {
    const data = readFileSync(file).toString("base64");
    return `<figure><img src="data:image/jpeg;base64,${data}"><figcaption>${basename(file, ".jpg")}</figcaption></figure>`;
  });
  const gap = 14;
  const page = await browser.newPage({ viewport: { width: columns * (width + gap) + gap, height: 600 } });
  await page.setContent(`<!doctype html><style>
    body { margin: 0; padding: ${gap}px; background: #2a2d52; display: grid; gap: ${gap}px; align-items: start;
           grid-template-columns: repeat(${columns}, ${width}px); }
    figure { margin: 0 } img { display: block; width: 100%; border-radius: 4px }
    figcaption { margin-top: 4px; font: 12px system-ui, sans-serif; color: #c9c4d8 }
  </style>${figures.join("")}`);
  await page.screenshot({ path, type: "jpeg", quality, fullPage: true });
  await page.close();
}
