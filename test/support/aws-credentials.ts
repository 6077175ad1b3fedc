const NAMES = [
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_PROFILE",
  "AWS_REGION",
  "AWS_DEFAULT_REGION",
  "AWS_SHARED_CREDENTIALS_FILE",
  "AWS_CONFIG_FILE",
  "AWS_EC2_METADATA_DISABLED",
];

/** Gives the AWS SDK these credentials, or none, and nothing of the person who runs the tests. Answers what undoes it. */
export function useCredentials(credentials: { id: string; secret: string } | undefined): () => void {
  const before = NAMES.map((name) => [name, process.env[name]] as const);
  for (const name of NAMES) delete process.env[name];
  process.env["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
  process.env["AWS_CONFIG_FILE"] = "/dev/null";
  process.env["AWS_EC2_METADATA_DISABLED"] = "true";
  if (credentials !== undefined) {
    process.env["AWS_ACCESS_KEY_ID"] = credentials.id;
    process.env["AWS_SECRET_ACCESS_KEY"] = credentials.secret;
  }
  return () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  };
}

/** Credentials that a double takes. */
export const ANY = { id: "AKIAEXAMPLE", secret: "example" };
