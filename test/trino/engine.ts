import { Trino } from "./trino";

/** The one Trino of all tests: a second one would have to be compiled anew by Java. */
export const trino = new Trino();

/** Mocha's hooks around all tests. */
export const mochaHooks = {
  beforeAll(): void {
    trino.start();
  },
  afterAll(): Promise<void> {
    return trino.stop();
  },
};
