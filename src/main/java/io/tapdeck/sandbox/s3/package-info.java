/** Amazon S3 as far as Tapdeck uses it: what lies in the buckets that stacks made, and how it is taken out. */
@NullMarked
package io.tapdeck.sandbox.s3;

import org.jspecify.annotations.NullMarked;
