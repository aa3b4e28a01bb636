/** Firefox as the system has it; see `firefox.mjs` for what stands between it and Playwright. */
export const firefox = {
  channel: "moz-firefox",
  executablePath: new URL("firefox.mjs", import.meta.url).pathname,
  firefoxUserPrefs: {
    // As in Chromium: a page on 127.0.0.1 counts as secure and would hide what phones lose on plain http.
    "network.dns.localDomains": "phone.lan",
    "network.proxy.type": 0,
    // It asks the outside for nothing of its own accord.
    "app.normandy.enabled": false,
    "network.captive-portal-service.enabled": false,
    "network.connectivity-service.enabled": false,
    "services.settings.server": "data:,",
    "toolkit.telemetry.server": "data:,",
  },
};
