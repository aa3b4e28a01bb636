import { once } from "node:events";
import { type IncomingMessage, request } from "node:http";
import { type AddressInfo, connect, createServer } from "node:net";
import type { App } from "./app";

/** Where a browser finds the router: `phone.lan` stands for this address in the specs that go through it. */
export const ROUTER = "127.0.0.2";

/**
 * A router that puts a whole room behind one address, as many a guest Wi-Fi does: the program sees all its phones come
 * from the same place, which is not this computer's own.
 */
export class Router {
  private constructor(private readonly server: ReturnType<typeof createServer>) {}

  /** A browser keeps the port when it is sent elsewhere, so the router listens on the same one. */
  static async before(app: App): Promise<Router> {
    const port = Number(new URL(app.ready.join_url).port);
    const server = createServer((phone) => {
      const program = connect({ host: "127.0.0.1", port, localAddress: "127.0.0.9" });
      phone.pipe(program).pipe(phone);
      phone.on("error", () => program.destroy());
      program.on("error", () => phone.destroy());
    });
    server.listen(port, ROUTER);
    await once(server, "listening");
    return new Router(server);
  }

  /** So many people behind the router join without a browser, and are told what the program says. */
  async join(app: App, people: number): Promise<number[]> {
    const { port } = this.server.address() as AddressInfo;
    const headers = { host: new URL(app.ready.join_url).host, "content-type": "application/json" };
    const statuses: number[] = [];
    for (let person = 0; person < people; person++) {
      const asked = request({ host: ROUTER, port, method: "POST", path: "/api/participants", headers, agent: false }).end("{}");
      const [answer] = (await once(asked, "response")) as [IncomingMessage];
      answer.resume();
      statuses.push(answer.statusCode ?? 0);
    }
    return statuses;
  }

  close(): void {
    this.server.close();
  }
}
