#!/usr/bin/env node
// Debian's Firefox as Playwright's BiDi driver expects one. The driver overrides media features with a command that this
// Firefox does not know yet, and gives up when it is refused. So this stands between the two and turns that one command into
// one that every WebDriver BiDi browser answers; everything else passes as it is.
import { spawn } from "node:child_process";
import { connect, createServer } from "node:net";

const FIREFOX = process.env.FIREFOX ?? "/usr/bin/firefox-esr";
const UNKNOWN = '"method":"emulation.setMediaFeaturesOverride"';
/** As long as the other, so that no length has to be changed; blanks between the members of an object mean nothing. */
const KNOWN = '"method":"session.status"'.padEnd(UNKNOWN.length);

/** Hands on what the driver says: first the handshake, then frames, each with its own mask. */
function translator(port, pass) {
  let held = Buffer.alloc(0);
  let isOpen = false;
  return (piece) => {
    held = Buffer.concat([held, piece]);
    if (!isOpen) {
      const end = held.indexOf("\r\n\r\n");
      if (end < 0) return;
      isOpen = true;
      // Firefox answers only who knows its port; and compressed frames could not be read here.
      const head = held.subarray(0, end).toString().replace(/^Host:.*/im, `Host: 127.0.0.1:${port}`);
      pass(Buffer.from(`${head.replace(/\r\nSec-WebSocket-Extensions:[^\r]*/i, "")}\r\n\r\n`));
      held = held.subarray(end + 4);
    }
    for (let frame = next(held); frame; frame = next(held)) {
      pass(translated(held.subarray(0, frame.end), frame.start));
      held = held.subarray(frame.end);
    }
  };
}

/** Where the payload of the first frame begins and ends, when all of it is there (RFC 6455, section 5.2). */
function next(bytes) {
  if (bytes.length < 2) return null;
  const short = bytes[1] & 0x7f;
  const head = short === 126 ? 4 : short === 127 ? 10 : 2;
  if (bytes.length < head) return null;
  const length = short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  const start = head + (bytes[1] & 0x80 ? 4 : 0);
  return bytes.length < start + length ? null : { start, end: start + length };
}

function translated(frame, start) {
  if (!(frame[1] & 0x80)) return frame;
  const mask = frame.subarray(start - 4, start);
  const text = Buffer.from(frame.subarray(start).map((byte, at) => byte ^ mask[at % 4]));
  const at = text.indexOf(UNKNOWN);
  if (at < 0) return frame;
  text.write(KNOWN, at, "latin1");
  return Buffer.concat([frame.subarray(0, start), text.map((byte, at) => byte ^ mask[at % 4])]);
}

const firefox = spawn(FIREFOX, process.argv.slice(2), { stdio: ["inherit", "inherit", "pipe"] });
firefox.once("exit", (code) => process.exit(code ?? 1));
process.once("SIGTERM", () => firefox.kill());

firefox.stderr.on("data", (text) => {
  const said = text.toString();
  const [, port] = /WebDriver BiDi listening on ws:\/\/127\.0\.0\.1:(\d+)/.exec(said) ?? [];
  if (!port) return void process.stderr.write(said);
  const between = createServer((driver) => {
    const browser = connect(Number(port), "127.0.0.1");
    driver.on("data", translator(port, (bytes) => browser.write(bytes)));
    browser.pipe(driver);
    driver.once("close", () => browser.destroy());
    for (const one of [driver, browser]) one.on("error", () => one.destroy());
  });
  between.listen(0, "127.0.0.1", () => process.stderr.write(`WebDriver BiDi listening on ws://127.0.0.1:${between.address().port}\n`));
});
