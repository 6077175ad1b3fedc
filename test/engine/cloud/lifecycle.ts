import { createHash } from "node:crypto";
import type { Properties } from "../api/finding";
import { text, type Call, type Kind } from "./kind";
import { Refusal } from "./refusal";
import type { Session } from "./session";
import type { Item, Place, Store } from "./store";

/** What the provider tells the engine about a resource in the cloud. */
export interface Living {
  readonly id: string;
  readonly inputs: Properties;
  readonly outputs: Properties;
}

/** A resource's life in the cloud, for one configured provider. */
export class Lifecycle {
  readonly #store: Store;
  readonly #session: Session;

  constructor(store: Store, session: Session) {
    this.#store = store;
    this.#session = session;
  }

  /** What a kind or a lookup is handed for one call. */
  call(inputs: Properties, who: string, scope: Kind["scope"]): Call {
    return {
      store: this.#store,
      place: this.#place(inputs, scope),
      partition: this.#session.partition,
      inputs,
      mint: (digits) => {
        const seed = `${who} ${this.#store.next(`mint ${who}`)}`;
        return createHash("sha256").update(seed).digest("hex").slice(0, digits);
      },
    };
  }

  /** Creates the resource, or throws the Refusal that AWS would answer with. */
  create(kind: Kind, urn: string, given: Properties): Living {
    const inputs = kept(given);
    const call = this.call(inputs, urn, kind.scope);
    const made = kind.create(call);
    const item: Item = { id: made.id, type: kind.token, inputs, outputs: without(made.outputs, kind.toldOnce ?? []) };
    if (kind.overwrites?.(inputs) === true) this.#store.put(call.place, item);
    else if (!this.#store.add(call.place, item))
      throw new Refusal(kind.existsCode ?? "AlreadyExistsException", `${made.id} already exists`);
    return living({ ...item, outputs: made.outputs });
  }

  /**
   * Reads the resource as the cloud has it now, undefined when it is gone.
   *
   * @param state the outputs so far: what the cloud told once stays as it was
   */
  read(kind: Kind, urn: string, id: string, known: Properties, state: Properties): Living | undefined {
    const call = this.call(known, urn, kind.scope);
    const item = this.#store.get(call.place, kind.token, id) ?? kind.absent?.(call, id);
    if (item === undefined) return undefined;
    const told = Object.fromEntries((kind.toldOnce ?? []).map((name) => [name, state[name]]));
    return living({ ...item, outputs: { ...item.outputs, ...told } });
  }

  /** Changes the resource in place. */
  update(kind: Kind, urn: string, id: string, given: Properties): Living {
    const inputs = kept(given);
    const call = this.call(inputs, urn, kind.scope);
    const before = this.#store.get(call.place, kind.token, id) ?? kind.absent?.(call, id);
    if (before === undefined) throw new Refusal("DoesNotExistException", `${id} does not exist`);
    const item: Item = { ...before, inputs, outputs: kind.update?.(call, before) ?? before.outputs };
    this.#store.put(call.place, item);
    return living(item);
  }

  /** Deletes the resource; one that is gone already is no error, as with the real provider. */
  remove(kind: Kind, urn: string, id: string, known: Properties): void {
    const call = this.call(known, urn, kind.scope);
    const item = this.#store.get(call.place, kind.token, id);
    if (item === undefined) return;
    kind.remove?.(call, item);
    this.#store.remove(call.place, kind.token, id);
  }

  #place(inputs: Properties, scope: Kind["scope"]): Place {
    const region = scope === "global" ? "global" : text(inputs, "region") || this.#session.region;
    if (region === "") throw new Refusal("", "Missing region configuration: neither the resource nor the provider names one");
    return { account: this.#session.account, region };
  }
}

function kept(given: Properties): Properties {
  return Object.fromEntries(
    Object.entries(given).filter(([name, value]) => name !== "__defaults" && value !== undefined && value !== null),
  );
}

function without(properties: Properties, names: readonly string[]): Properties {
  return Object.fromEntries(Object.entries(properties).filter(([name]) => !names.includes(name)));
}

function living(item: Item): Living {
  return { id: item.id, inputs: { __defaults: [], ...item.inputs }, outputs: { ...item.inputs, ...item.outputs, id: item.id } };
}
