/** One version of one thing that a vendor publishes: a package of a Linux, an update of Windows. */
export interface Update {
  /** As Patch Manager names it: `openssl.x86_64`, `KB5048654`. */
  readonly id: string;
  /** The package as an inventory names it; an update of Windows is its own. */
  readonly name: string;
  /** Empty for an update of Windows. */
  readonly version: string;
  readonly was: string;
  readonly title: string;
  readonly architecture: string;
  readonly classification: string;
  /** As the vendor gives it; a Debian package carries none. */
  readonly severity: string;
  readonly cves: string;
  /** Milliseconds since 1970. */
  readonly released: number;
}

/** What a server of some system may carry: the newest version of everything at an instant, in a fixed order. */
export type Catalogue = (at: number, count: number) => readonly Update[];
