/**
 * Keeps the AWS SDK from telling every person who runs a report which Node.js its later versions will want: that is for
 * whoever raises the pinned versions in package.json.
 */
export function quiet(): void {
  process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] ??= "true";
}
