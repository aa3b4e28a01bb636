// Says what the phone page weighs on the wire, and fails when it no longer fits one round trip.
import { readFileSync } from "node:fs";
import { brotli, gzip } from "./precompress.mjs";

// Ten segments of 1,460 bytes: what a server may send before it hears back. Gzip must fit, too: over plain http, which
// is all a room has, browsers do not ask for brotli.
const BUDGET = 14_600;
const page = readFileSync(new URL("../dist/phone/index.html", import.meta.url));
const sizes = { brotli: brotli(page).length, gzip: gzip(page).length };
const fits = Math.max(sizes.brotli, sizes.gzip) <= BUDGET;
console.log(JSON.stringify({ page: "phone", bytes: page.length, ...sizes, budget: BUDGET, fits }));
process.exit(fits ? 0 : 1);
