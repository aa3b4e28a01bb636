import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { brotliCompressSync, constants } from "node:zlib";
import zopfli from "@gfx/zopfli";

const TEXT = /\.(?:html|js|css|svg)$/;

/**
 * A Vite plugin that writes `.br` and `.gz` beside every text file of the build, for the server to send as they are.
 * Both: browsers ask for brotli only over https, and phones in the room come over plain http.
 */
export function precompress() {
  return {
    name: "gazouillis:precompress",
    apply: "build",
    async writeBundle({ dir }, bundle) {
      for (const name of Object.keys(bundle).filter((name) => TEXT.test(name))) {
        const path = join(dir, name);
        const plain = readFileSync(path);
        writeFileSync(`${path}.br`, brotli(plain));
        writeFileSync(`${path}.gz`, await gzip(plain));
      }
    },
  };
}

export function brotli(plain) {
  const { BROTLI_PARAM_QUALITY, BROTLI_PARAM_SIZE_HINT } = constants;
  return brotliCompressSync(plain, { params: { [BROTLI_PARAM_QUALITY]: 11, [BROTLI_PARAM_SIZE_HINT]: plain.length } });
}

/** Zopfli writes the same format as zlib in fewer bytes, for which it takes its time: a page is compressed once. */
export function gzip(plain) {
  const key = plain.toString();
  return (done[key] ??= zopfli.gzipAsync(Buffer.from(plain), { numiterations: 5 }));
}

/** What has been compressed in this build. */
const done = {};
