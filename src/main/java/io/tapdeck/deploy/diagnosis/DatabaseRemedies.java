package io.tapdeck.deploy.diagnosis;

import static io.tapdeck.deploy.diagnosis.Advice.again;
import static io.tapdeck.deploy.diagnosis.Advice.elsewhere;
import static io.tapdeck.deploy.diagnosis.Advice.settings;
import static java.util.Map.entry;

import io.tapdeck.aws.FailureReason;
import java.util.Map;

/** What can be done about failures of databases. */
public final class DatabaseRemedies {
    private DatabaseRemedies() {}

    static final Map<FailureReason, Advice> ALL = Map.ofEntries(
            entry(
                    FailureReason.NO_SUCH_VERSION,
                    new Advice(
                            "The region does not offer this engine version for new clusters.",
                            settings("Choose another engine version and deploy again."))),
            entry(
                    FailureReason.DATABASE_PROTECTED,
                    new Advice(
                            "The database's own deletion protection is on.",
                            settings("Turn deletion protection off in a deployment of its own, then repeat."))),
            entry(
                    FailureReason.PARAMETER_FAMILY,
                    new Advice(
                            "The parameter group belongs to another engine version than the cluster.",
                            settings("Choose an engine version of the same family."),
                            elsewhere("Report it: the blueprint is at fault."))),
            entry(
                    FailureReason.SNAPSHOT_NOT_FOUND,
                    new Advice(
                            "There is no snapshot of that name in this account and region.",
                            settings("Choose a snapshot that exists here."),
                            elsewhere("Copy the snapshot to this region, then deploy again."))),
            entry(
                    FailureReason.SUBNETS,
                    new Advice(
                            "A database needs subnets in two zones, and this region does not offer it two with them.",
                            settings("Choose another region."))),
            entry(
                    FailureReason.NO_CAPACITY,
                    new Advice(
                            "AWS has no room for this in the zone at the moment.",
                            again("Deploy again later."),
                            settings("Choose another region."))),
            entry(
                    FailureReason.DATABASE_BUSY,
                    new Advice(
                            "The database is stopped, or something else is being done to it, such as a backup.",
                            again("Wait until it is available, then deploy again."))),
            entry(
                    FailureReason.DATABASE_QUOTA,
                    new Advice(
                            "The account has as many database clusters, instances or subnet groups as its quota allows.",
                            elsewhere("Ask for a higher quota of RDS in Service Quotas."),
                            elsewhere("Delete a database that is not needed, then deploy again."))));
}
