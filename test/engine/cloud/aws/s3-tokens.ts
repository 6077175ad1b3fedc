/** The tokens of S3's resource types that others refer to. */
export const bucketToken = "aws:s3/bucket:Bucket";
/** A bucket's policy. */
export const bucketPolicyToken = "aws:s3/bucketPolicy:BucketPolicy";
/** An object in a bucket. */
export const objectToken = "aws:s3/bucketObjectv2:BucketObjectv2";
/** What locks objects when they are written. */
export const objectLockToken = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
/** Whether old versions stay. */
export const versioningToken = "aws:s3/bucketVersioning:BucketVersioning";
/** What keeps the public out. */
export const publicAccessToken = "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock";
