package io.tapdeck.deploy.diagnosis;

import static io.tapdeck.deploy.diagnosis.Advice.again;
import static io.tapdeck.deploy.diagnosis.Advice.elsewhere;
import static io.tapdeck.deploy.diagnosis.Advice.otherSuffix;
import static io.tapdeck.deploy.diagnosis.Advice.recover;
import static java.util.Map.entry;

import io.tapdeck.aws.FailureReason;
import java.util.Map;

/** What can be done about failures of buckets, tables and queues. */
public final class StorageRemedies {
    private StorageRemedies() {}

    static final Map<FailureReason, Advice> ALL = Map.ofEntries(
            entry(
                    FailureReason.BUCKET_NOT_EMPTY,
                    new Advice(
                            "AWS deletes a bucket only when it holds no object and no version.",
                            recover("Choose what becomes of the bucket: empty it, or leave it in the account."))),
            entry(
                    FailureReason.BUCKET_OF_ANOTHER,
                    new Advice(
                            "The bucket's name is taken: names of buckets are unique in all of AWS, not only in this account.",
                            otherSuffix(),
                            elsewhere("If the bucket is yours, delete it if nothing needs it, then deploy again."))),
            entry(
                    FailureReason.BUCKET_BUSY,
                    new Advice(
                            "A bucket of this name was deleted a moment ago; S3 frees the name within about an hour.",
                            again("Deploy again later."),
                            otherSuffix())),
            entry(
                    FailureReason.BUCKET_QUOTA,
                    new Advice(
                            "The account has as many buckets as its quota allows.",
                            elsewhere("Ask for a higher quota of S3 in Service Quotas."),
                            elsewhere("Delete a bucket that is not needed, then deploy again."))),
            entry(
                    FailureReason.QUEUE_TOO_EARLY,
                    new Advice(
                            "A queue of this name was deleted less than a minute ago.",
                            again("Wait a minute, then deploy again."))),
            entry(
                    FailureReason.TABLES_AT_ONCE,
                    new Advice(
                            "DynamoDB changes only so many tables of an account at once.",
                            again("Deploy again when the other tables are done."))),
            entry(
                    FailureReason.TABLE_BUSY,
                    new Advice(
                            "The table is being created, changed or deleted by something else.",
                            again("Deploy again when that is done."))));
}
