/**
 * Pictures without a server: a request for one is answered with a drawing that says its name. A name with a size in
 * it, `cat-3x2.png`, has that shape.
 */
export function drawnPictures(): void {
  const usual = globalThis.fetch;
  globalThis.fetch = (url, init) => {
    const path = String(url);
    const name = path.startsWith("/stage/pictures/") ? decodeURIComponent(path.split("/").at(-1) ?? "") : null;
    return name === null ? usual(url, init) : Promise.resolve(new Response(drawing(name), { headers: { "Content-Type": "image/svg+xml" } }));
  };
}

function drawing(name: string): string {
  const [, wide = "3", high = "2"] = /(\d+)x(\d+)/.exec(name) ?? [];
  const width = 600;
  const height = Math.round((width * Number(high)) / Number(wide));
  const hue = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 360, 7);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">
    <rect width="100%" height="100%" fill="hsl(${hue} 45% 72%)"/><circle cx="50%" cy="50%" r="${Math.min(width, height) / 3}" fill="hsl(${hue} 45% 42%)"/>
    <text x="50%" y="52%" text-anchor="middle" font-family="sans-serif" font-size="40" fill="white">${name.replace(/[<&]/g, "")}</text></svg>`;
}
