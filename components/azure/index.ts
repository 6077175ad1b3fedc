export * from "./machine-registration";
export * from "./patch-mode";
export * from "./registration-script";
