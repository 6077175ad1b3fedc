import type { View } from "./view";
import { TOLD_CHANGES } from "./views/changes";
import { DAMAGE } from "./views/damage";
import { EXPECTED_VIEWS } from "./views/expected";
import { HISTORY_VIEWS } from "./views/history";
import { INSTANCES } from "./views/instances";
import { ITEM_COUNTS, ITEMS, OPEN_PATCHES, PATCHES } from "./views/items";
import { PACKAGE_COUNTS, PACKAGE_NAMES, PACKAGE_VERSIONS, PACKAGES } from "./views/packages";
import { RUN_VIEWS } from "./views/runs";
import { FACTS, SERVERS } from "./views/servers";
import { SUMMARIES } from "./views/summaries";
import { TAGGED, TAGS } from "./views/tags";

/** Every view, by name. */
export const VIEWS: ReadonlyMap<string, View> = new Map(
  [
    INSTANCES,
    SUMMARIES,
    ITEMS,
    PATCHES,
    OPEN_PATCHES,
    ITEM_COUNTS,
    PACKAGES,
    PACKAGE_COUNTS,
    PACKAGE_NAMES,
    PACKAGE_VERSIONS,
    TAGS,
    TAGGED,
    DAMAGE,
    FACTS,
    SERVERS,
    ...EXPECTED_VIEWS,
    ...HISTORY_VIEWS,
    TOLD_CHANGES,
    ...RUN_VIEWS,
  ].map((view) => [view.name, view]),
);
