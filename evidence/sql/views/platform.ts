/** The systems that Patch Manager patches, as the agents spell them (in lower case) and as they are called here. */
const PLATFORMS: readonly (readonly [like: string, platform: string])[] = [
  ["amazon linux ami%", "AmazonLinuxAMI"],
  ["amazon linux%", "AmazonLinux"],
  ["amazonlinux%", "AmazonLinux"],
  ["ubuntu%", "Ubuntu"],
  ["debian%", "Debian"],
  ["red hat%", "RedhatEnterpriseLinux"],
  ["redhat%", "RedhatEnterpriseLinux"],
  ["rhel%", "RedhatEnterpriseLinux"],
  ["centos%", "CentOS"],
  ["oracle%", "OracleLinux"],
  ["sles%", "Suse"],
  ["suse%", "Suse"],
  ["rocky%", "Rocky"],
  ["alma%", "AlmaLinux"],
  ["raspbian%", "Raspbian"],
  ["bottlerocket%", "Bottlerocket"],
  ["mac%", "macOS"],
  ["windows%", "WindowsServer"],
  ["microsoft%", "WindowsServer"],
];

/** Windows says its release in its name; its version is a build of the kernel. */
const WINDOWS: readonly (readonly [name: string, build: string, release: string])[] = [
  ["%2008 r2%", "6.1%", "2008R2"],
  ["%2008%", "6.0%", "2008"],
  ["%2012 r2%", "6.3%", "2012R2"],
  ["%2012%", "6.2%", "2012"],
  ["%2016%", "10.0.14393%", "2016"],
  ["%2019%", "10.0.17763%", "2019"],
  ["%2022%", "10.0.20348%", "2022"],
  ["%2025%", "10.0.26100%", "2025"],
];

/** The system that a platform's name in lower case means; null when it is none that is known. */
export function platformOf(name: string): string {
  const cases = PLATFORMS.map(([like, platform]) => `WHEN ${name} LIKE '${like}' THEN '${platform}'`);
  return `CASE ${cases.join("\n      ")} END`;
}

/** The release of a system: for Windows as its name in lower case or its build tells it, else the version itself. */
export function releaseOf(name: string, version: string): string {
  const named = WINDOWS.map(([like, , release]) => `WHEN ${name} LIKE '${like}' THEN '${release}'`);
  const built = WINDOWS.map(([, build, release]) => `WHEN ${version} LIKE '${build}' THEN '${release}'`);
  return `coalesce(CASE WHEN ${name} LIKE 'windows%' OR ${name} LIKE 'microsoft%' THEN CASE ${[...named, ...built].join("\n      ")} END END, ${version})`;
}
