/** The fleet file that `fleet init` writes: small, right as it stands, every line explained. */
export const STARTER = `# Who is patched, when, and with what. Every key: docs/settings.md. Look at the result: fleet preview
# Groups with \`review: required\` install from reviewed changes in the folder changes/ beside this file: docs/review.md.
accounts:
  # An AWS account by a name of your own; its id in quotes. More than one account needs \`organization\` and \`central\`.
  dev: { id: "111111111111", regions: [eu-west-1], labels: { env: dev } }

# WHAT: rules for one operating system. AWS's own baselines can be used by name, such as AWS-UbuntuDefaultPatchBaseline.
baselines:
  ubuntu:
    system: UBUNTU
    rules:
      - { priority: [Required, Important, Standard], compliance: HIGH }

# WHEN and in which ORDER: a later ring has \`after\` and \`soak\`.
rings:
  - { name: dev, install: sundays 03:00, zone: Europe/Paris }

# WHERE: the servers that carry the tag PatchGroup=development.
groups:
  development:
    ring: dev
    baselines: [ubuntu, AWS-AmazonLinux2023DefaultPatchBaseline]
    concurrency: 10
    errors: 30 %

# When NOT: nothing is installed from the first day to the end of the last one.
freezes:
  - { name: year-end, every: 12-20 to 01-03 each year, zone: Europe/Paris }
`;
