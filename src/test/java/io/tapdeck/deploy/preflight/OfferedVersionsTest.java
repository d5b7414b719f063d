package io.tapdeck.deploy.preflight;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.aws.Session;
import io.tapdeck.deploy.Preflight;
import io.tapdeck.deploy.Preflight.Result;
import io.tapdeck.deploy.StillClock;
import io.tapdeck.deploy.stack.Calls;
import io.tapdeck.deploy.stack.Patience;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.rds.model.DBEngineVersion;
import software.amazon.awssdk.services.rds.model.DescribeDbEngineVersionsRequest;
import software.amazon.awssdk.services.rds.model.DescribeDbEngineVersionsResponse;
import software.amazon.awssdk.services.rds.model.RdsException;
import software.amazon.awssdk.services.rds.paginators.DescribeDBEngineVersionsIterable;

/** A version that a region no longer offers is refused before anything is made (row 24 of the seeds' defects). */
class OfferedVersionsTest {
    private static final Session SESSION = new Session(
            "acme", "111122223333", "eu-north-9", "arn:aws:iam::111122223333:user/ada", Session.Kind.ACCOUNT, false);

    private final Offering offering = new Offering(List.of("3.04.3", "3.08.2", "3.10.1"));
    private final OfferedVersions versions = new OfferedVersions(
            offering,
            new Calls(SESSION, pause -> {}, new Random(1), new StillClock(Instant.EPOCH), Patience.none()),
            SESSION.region());

    /** Offers some versions, or refuses to say. */
    private static final class Offering implements RdsClient {
        private final List<String> offered;
        private boolean refuses;
        private int asked;

        Offering(List<String> offered) {
            this.offered = offered;
        }

        @Override
        public DescribeDBEngineVersionsIterable describeDBEngineVersionsPaginator(
                DescribeDbEngineVersionsRequest request) {
            return new DescribeDBEngineVersionsIterable(this, request);
        }

        @Override
        public DescribeDbEngineVersionsResponse describeDBEngineVersions(DescribeDbEngineVersionsRequest request) {
            asked++;
            if (refuses) {
                throw RdsException.builder()
                        .statusCode(403)
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("AccessDenied")
                                .errorMessage("not authorized to perform: rds:DescribeDBEngineVersions")
                                .build())
                        .build();
            }
            return DescribeDbEngineVersionsResponse.builder()
                    .dbEngineVersions(offered.stream()
                            .map(version -> DBEngineVersion.builder()
                                    .engineVersion("8.0.mysql_aurora." + version)
                                    .build())
                            .toList())
                    .build();
        }

        @Override
        public String serviceName() {
            return "rds";
        }

        @Override
        public void close() {}
    }

    private static String template(String version) {
        return """
                {"Resources": {"Cluster": {"Type": "AWS::RDS::DBCluster",
                  "Properties": {"Engine": "aurora-mysql", "EngineVersion": "8.0.mysql_aurora.%s"}}}}""".formatted(version);
    }

    private Preflight.Check check(String wanted) {
        return versions.check(template(wanted), Optional.empty()).getFirst();
    }

    @Test
    void whatIsOfferedPasses() {
        assertThat(check("3.08.2").result()).isEqualTo(Result.PASSED);
    }

    @Test
    void whatIsNotFailsAndTheNextNewerOneIsSuggested() {
        assertThat(check("3.04.0").result()).isEqualTo(Result.FAILED);
        assertThat(check("3.04.0").words())
                .isEqualTo("Version 3.04.0 of aurora-mysql is not offered in eu-north-9."
                        + " Choose 3.04.3, the nearest that is.");
    }

    @Test
    void numbersAreComparedAsNumbers() {
        assertThat(check("3.9.0").words()).contains("Choose 3.10.1");
    }

    @Test
    void beyondTheNewestTheNewestIsSuggested() {
        assertThat(check("4.0.0").words()).contains("Choose 3.10.1");
    }

    @Test
    void aClusterKeepsTheVersionThatItRuns() {
        assertThat(versions.check(template("3.04.0"), Optional.of(template("3.04.0"))))
                .isEmpty();
        assertThat(offering.asked).isZero();
    }

    @Test
    void withoutTheRightToAskItSaysWhatItCouldNotCheck() {
        offering.refuses = true;

        assertThat(check("3.04.0").result()).isEqualTo(Result.NOT_CHECKED);
        assertThat(check("3.04.0").words()).startsWith("Whether 3.04.0 is offered in eu-north-9:");
    }
}
