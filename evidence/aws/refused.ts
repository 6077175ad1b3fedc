import { Refusal } from "./refusal";
import { thrown, type Thrown } from "./thrown";

const EXPIRED = /^(ExpiredToken|ExpiredTokenException|TokenRefreshRequired|RequestExpired)$/u;
const UNKNOWN =
  /^(InvalidAccessKeyId|InvalidClientTokenId|UnrecognizedClientException|SignatureDoesNotMatch|InvalidSignatureException|InvalidToken|MissingAuthenticationToken(Exception)?|IncompleteSignature)$/u;
const DENIED = /^(AccessDenied|AccessDeniedException|AllAccessDisabled|UnauthorizedAccess|NotAuthorized)$/u;
const THROTTLED =
  /^(SlowDown|ThrottlingException|Throttling|ThrottledException|TooManyRequestsException|RequestLimitExceeded|RequestThrottled(Exception)?|ServiceUnavailable|BandwidthLimitExceeded|PriorRequestNotComplete)$/u;
const UNREACHABLE =
  /^(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENETUNREACH|UND_ERR_\w+|CERT_\w+|\w+_CERTIFICATE|UNABLE_TO_\w+)$/u;

/** Whether the service said that it had too much to do. */
export const isThrottled = ({ name, status }: Thrown): boolean => THROTTLED.test(name) || status === 429 || status === 503;

/** Whether the same request may well succeed a moment later. */
export function isPassing(error: unknown): boolean {
  const told = thrown(error);
  if (isThrottled(told) || told.status >= 500) return true;
  if (/^(TimeoutError|RequestTimeout|RequestTimeoutException|RequestTimeTooSkewed|InternalError)$/u.test(told.name)) return true;
  return /^(ECONNRESET|EPIPE|ETIMEDOUT|EAI_AGAIN|ERR_STREAM_PREMATURE_CLOSE|CUT)$/u.test(told.code);
}

/** The words of the expired session, with what renews it. */
const renew = (): string => "sign in again (aws sso login, or your tool) and repeat the command; what was fetched is kept";

function credentials(where: string, told: Thrown): Refusal | undefined {
  if (EXPIRED.test(told.name) || /\b(token|session|credentials?)\b.*\bexpired\b/iu.test(told.message)) {
    return new Refusal("expired", `${where}: the AWS credentials have expired`, renew());
  }
  if (told.name === "CredentialsProviderError" || /could not load credentials/iu.test(told.message)) {
    return new Refusal("credentials", `${where}: no AWS credentials`, "set AWS_PROFILE, or sign in (aws sso login)");
  }
  if (UNKNOWN.test(told.name)) {
    return new Refusal(
      "credentials",
      `${where}: AWS does not accept these credentials (${told.name})`,
      "look at AWS_PROFILE, and at keys in the environment, which win over it",
    );
  }
  return undefined;
}

/** What the disk or the network said, where that was it. */
function local(where: string, told: Thrown): Refusal | undefined {
  if (told.code === "ENOSPC" || told.code === "EDQUOT") {
    return new Refusal(
      "disk",
      `${where}: the disk is full`,
      "make room, or set XDG_CACHE_HOME to a larger disk; what was fetched is kept",
    );
  }
  if (/^(EACCES|EPERM|EROFS|ENOTDIR|EISDIR|EMFILE|ENAMETOOLONG)$/u.test(told.code)) {
    return new Refusal(
      "disk",
      `${where}: cannot write its cache (${told.message})`,
      "set XDG_CACHE_HOME to a folder that you may write",
    );
  }
  if (UNREACHABLE.test(told.code) || told.name === "TimeoutError") {
    return new Refusal(
      "unreachable",
      `${where}: no answer (${told.code || told.name})`,
      "look at the network, the proxy and the region, and repeat the command",
    );
  }
  return undefined;
}

/**
 * Puts an error of an AWS client, of the network or of the disk into one line with its fix.
 *
 * @param where what was asked, such as `s3://bucket/prefix`
 * @param denied what to allow when the answer was that it is not allowed
 */
export function refused(error: unknown, where: string, denied: string): Refusal {
  if (error instanceof Refusal) return error;
  const told = thrown(error);
  if (told.name === "AbortError")
    return new Refusal("cancelled", `${where}: cancelled`, "repeat the command; what was fetched is kept", error);
  const known = credentials(where, told) ?? local(where, told);
  if (known !== undefined) return known;
  if (DENIED.test(told.name) || told.status === 403) return new Refusal("denied", `${where}: access denied`, denied, error);
  if (isThrottled(told)) {
    return new Refusal(
      "throttled",
      `${where}: AWS answered too often that it is busy (${told.name})`,
      "wait a few minutes and repeat the command; what was fetched is kept",
    );
  }
  return new Refusal("failed", `${where}: ${told.name}${told.status > 0 ? ` (${told.status})` : ""}`, told.message, error);
}
