/**
 * Ends this process when the one that started it is gone, however it went: as Pulumi's own plugins do, so that a killed run
 * leaves nothing behind.
 */
export function endWithParent(): void {
  const parent = process.ppid;
  setInterval(() => {
    if (process.ppid !== parent) process.exit(1);
  }, 200).unref();
}
