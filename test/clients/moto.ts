import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** moto's server, which keeps a made-up account in memory. */
export class Moto {
  #process: ChildProcess | undefined;
  url = "";

  /** Starts it on a free port of loopback and waits until it says where it is. */
  async start(): Promise<void> {
    const command = process.env["MOTO_SERVER"];
    if (command === undefined) throw new Error("run these tests by .ci/clients, which installs moto");
    const server = spawn(command, ["--host", "127.0.0.1", "--port", "0"], { stdio: ["ignore", "pipe", "pipe"] });
    this.#process = server;
    const said: string[] = [];
    this.url = await new Promise<string>((found, failed) => {
      server.once("error", failed);
      server.once("exit", (code) => failed(new Error(`moto ended with ${code}: ${said.join("\n")}`)));
      for (const stream of [server.stdout, server.stderr]) {
        createInterface({ input: stream }).on("line", (line) => {
          if (said.length < 100) said.push(line);
          const url = /Running on (http:\/\/127\.0\.0\.1:\d+)/u.exec(line)?.[1];
          if (url !== undefined) found(url);
        });
      }
    });
  }

  /** Asks moto's own interface, beside the services. */
  async tell(path: string, body: unknown): Promise<void> {
    const answer = await fetch(`${this.url}/moto-api/${path}`, {
      method: "POST",
      body: typeof body === "string" ? body : JSON.stringify(body),
    });
    if (!answer.ok) throw new Error(`moto-api/${path}: ${answer.status} ${await answer.text()}`);
  }

  /** Forgets all that was made. */
  reset(): Promise<void> {
    return this.tell("reset", "");
  }

  async stop(): Promise<void> {
    const server = this.#process;
    if (server === undefined || server.exitCode !== null) return;
    const ended = new Promise((resolve) => {
      server.once("exit", resolve);
    });
    server.kill();
    await ended;
  }
}
