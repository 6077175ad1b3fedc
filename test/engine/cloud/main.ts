import { keepCompiled } from "../host/compiled-once";
import { endWithParent } from "../host/with-parent";
import { aws } from "./aws";
import { azure } from "./azure";
import { Provider } from "./provider";
import { serve } from "./server";
import { Store } from "./store";

// A provider plugin: which cloud, which version, and where the harness keeps its cloud, by environment.
const [name, version = "0.0.0"] = process.argv.slice(2);
const cloud = [aws, azure].find((each) => each.name === name);
const directory = process.env["FLEET_CLOUD"];
if (cloud === undefined || directory === undefined) throw new Error(`no cloud ${name}, or FLEET_CLOUD is not set`);
endWithParent();
serve(new Provider(cloud, new Store(directory)), version, keepCompiled);
