/** Chromium as the system has it, kept from asking the outside for anything; `phone.lan` stands for the laptop on a Wi-Fi. */
export const chromium = {
  executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium",
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    // A page on 127.0.0.1 counts as secure and would hide what phones lose on plain http.
    "--host-resolver-rules=MAP phone.lan 127.0.0.1",
  ],
};
