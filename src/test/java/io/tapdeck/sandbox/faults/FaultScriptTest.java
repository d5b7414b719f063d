package io.tapdeck.sandbox.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FaultScriptTest {

    @Test
    void theThirdCallIsTheThirdOfItsOperation() {
        FaultScript script = FaultScript.parse("CloudFormation.DescribeStackEvents#3=throttle");

        assertThat(script.forCall("CloudFormation", "DescribeStackEvents")).isEmpty();
        assertThat(script.forCall("CloudFormation", "DescribeStacks")).isEmpty();
        assertThat(script.forCall("RDS", "DescribeStackEvents")).isEmpty();
        assertThat(script.forCall("CloudFormation", "DescribeStackEvents")).isEmpty();
        assertThat(script.forCall("CloudFormation", "DescribeStackEvents")).containsExactly(new CallFault.Throttle());
        assertThat(script.forCall("CloudFormation", "DescribeStackEvents")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"*.*=error, 1 2 3 4 5", "*.*#2=error, 2", "*.*#2-4=error, 2 3 4", "*.*#3+=error, 3 4 5"})
    void callsAreCountedFromOne(String spec, String expected) {
        FaultScript script = FaultScript.parse(spec);

        List<String> faulty = IntStream.rangeClosed(1, 5)
                .filter(call -> !script.forCall("STS", "GetCallerIdentity").isEmpty())
                .mapToObj(Integer::toString)
                .toList();

        assertThat(faulty).containsExactly(expected.split(" ", -1));
    }

    @Test
    void lifetimesAreTheUsualOnesButForThoseOfTheScript() {
        FaultScript script = FaultScript.parse("lifetime:token=30s", "lifetime:credentials=250ms");

        assertThat(script.lifetime(Lifetime.TOKEN)).isEqualTo(Duration.ofSeconds(30));
        assertThat(script.lifetime(Lifetime.CREDENTIALS)).isEqualTo(Duration.ofMillis(250));
        assertThat(script.lifetime(Lifetime.DEVICE_CODE)).isEqualTo(Duration.ofMinutes(10));
    }

    @Test
    void aRefusalIsOfAnyName() {
        assertThat(FaultScript.parse("OIDC.*=refuse:SlowDownException").forCall("OIDC", "CreateToken"))
                .containsExactly(new CallFault.Refusal("SlowDownException"));
    }

    @Test
    void acronymsAreAcronymsInAnyCase() {
        assertThat(FaultScript.parse("RDS.DescribeDBClusters=drop-before").forCall("RDS", "DescribeDbClusters"))
                .containsExactly(new CallFault.DropBefore());
    }

    @Test
    void allFaultsThatFitAreTold() {
        FaultScript script = FaultScript.parse(
                "*.*=delay:250ms", "STS.*=error:503", "STS.GetCallerIdentity=drop-after", "STS.*=delay:3s");

        assertThat(script.forCall("STS", "GetCallerIdentity"))
                .containsExactly(
                        new CallFault.Delay(Duration.ofMillis(250)),
                        new CallFault.ServerError(503),
                        new CallFault.DropAfter(),
                        new CallFault.Delay(Duration.ofSeconds(3)));
    }

    static Stream<Arguments> everyFault() {
        return Stream.of(
                Arguments.of("throttle", new CallFault.Throttle()),
                Arguments.of("error", new CallFault.ServerError(500)),
                Arguments.of("error:503", new CallFault.ServerError(503)),
                Arguments.of("expired", new CallFault.ExpiredToken()),
                Arguments.of("drop-before", new CallFault.DropBefore()),
                Arguments.of("drop-after", new CallFault.DropAfter()),
                Arguments.of("delay:250ms", new CallFault.Delay(Duration.ofMillis(250))),
                Arguments.of("timeout", new CallFault.Timeout(Duration.ofSeconds(90))),
                Arguments.of("timeout:250ms", new CallFault.Timeout(Duration.ofMillis(250))),
                Arguments.of("timeout:5s", new CallFault.Timeout(Duration.ofSeconds(5))),
                Arguments.of("stale", new CallFault.StaleRead()),
                Arguments.of("duplicate-page", new CallFault.DuplicatePage()),
                Arguments.of("reversed-page", new CallFault.ReversedPage()));
    }

    @ParameterizedTest
    @MethodSource("everyFault")
    void everyFaultHasItsWord(String word, CallFault fault) {
        assertThat(FaultScript.parse("*.*=" + word).forCall("S3", "ListObjectVersions"))
                .containsExactly(fault);
    }

    @ParameterizedTest
    @CsvSource({
        "deny:rds:CreateDBCluster, rds:CreateDBCluster, true",
        "deny:rds:CreateDBCluster, rds:createdbcluster, true",
        "deny:rds:CreateDBCluster, rds:CreateDBClusterSnapshot, false",
        "deny:rds:*, rds:DeleteDBCluster, true",
        "deny:rds:Create*, rds:DeleteDBCluster, false"
    })
    void anActionIsDeniedByItsNameOrAPartOfIt(String spec, String action, boolean denied) {
        assertThat(FaultScript.parse(spec).denies(action)).isEqualTo(denied);
    }

    @Test
    void aResourceIsNamedByItsTypeOrItsLogicalId() {
        FaultScript script = FaultScript.parse(
                "resource:AWS::RDS::DBCluster=fail:No capacity: try = again", "resource:Writer=slow:2.5");

        assertThat(script.forResource("Cluster", "AWS::RDS::DBCluster", ResourceWork.CREATE))
                .contains(ResourceFault.fail("No capacity: try = again"));
        assertThat(script.forResource("Writer", "AWS::RDS::DBInstance", ResourceWork.CREATE))
                .contains(ResourceFault.slow(2.5));
        assertThat(script.forResource("Reader", "AWS::RDS::DBInstance", ResourceWork.CREATE))
                .isEmpty();
    }

    @Test
    void aFailureIsOneOfGoingForwardUnlessTheWorkIsNamed() {
        FaultScript script = FaultScript.parse("resource:Writer=fail", "resource:Reader/delete=fail:Busy");

        assertThat(failing(script, "Writer")).containsExactly(ResourceWork.CREATE, ResourceWork.UPDATE);
        assertThat(failing(script, "Reader")).containsExactly(ResourceWork.DELETE);
    }

    @Test
    void slownessIsThatOfAllWork() {
        FaultScript script = FaultScript.parse("resource:Writer=slow:3");

        assertThat(ResourceWork.values())
                .allSatisfy(work ->
                        assertThat(script.forResource("Writer", "x", work)).contains(ResourceFault.slow(3)));
    }

    @Test
    void triesAreCountedForTheNamedWork() {
        FaultScript script = FaultScript.parse("resource:Writer/rollback#1-2=fail");

        script.forResource("Writer", "x", ResourceWork.UPDATE);
        assertThat(failing(script, "Writer")).containsExactly(ResourceWork.ROLLBACK);
        assertThat(failing(script, "Writer")).containsExactly(ResourceWork.ROLLBACK);
        assertThat(failing(script, "Writer")).isEmpty();
    }

    private static List<ResourceWork> failing(FaultScript script, String logicalId) {
        return Stream.of(ResourceWork.values())
                .filter(work -> script.forResource(logicalId, "x", work)
                        .flatMap(ResourceFault::failure)
                        .isPresent())
                .toList();
    }

    @Test
    void aResourceCanBeSlowAndFail() {
        FaultScript script = FaultScript.parse("resource:Writer=slow:3", "resource:AWS::RDS::DBInstance=fail:No");

        ResourceFault fault = script.forResource("Writer", "AWS::RDS::DBInstance", ResourceWork.CREATE)
                .orElseThrow();

        assertThat(fault.failure()).contains("No");
        assertThat(fault.slowness()).isEqualTo(3);
    }

    @Test
    void aFailureWithoutAReasonHasOne() {
        assertThat(FaultScript.parse("resource:Writer=fail")
                        .forResource("Writer", "x", ResourceWork.CREATE)
                        .orElseThrow()
                        .failure())
                .hasValueSatisfying(reason -> assertThat(reason).contains("HandlerErrorCode"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "throttle",
                "SQS.SendMessage=throttle",
                "CloudFormation=throttle",
                "CloudFormation.DescribeStacks",
                "CloudFormation.DescribeStacks=",
                "CloudFormation.DescribeStacks=explode",
                "CloudFormation.DescribeStacks#=throttle",
                "CloudFormation.DescribeStacks#0=throttle",
                "CloudFormation.DescribeStacks#5-3=throttle",
                "CloudFormation.DescribeStacks=error:404",
                "OIDC.CreateToken=refuse:",
                "OIDC.CreateToken=refuse:slow_down",
                "lifetime:token",
                "lifetime:password=30s",
                "lifetime:token=soon",
                "CloudFormation.DescribeStacks=delay:soon",
                "CloudFormation.DescribeStacks=timeout:",
                "CloudFormation.DescribeStacks=expired:1",
                "CloudFormation.DescribeStacks=stale:2s",
                "deny:",
                "deny:rds",
                "deny:rds:Create DBCluster",
                "resource:=fail",
                "resource:Writer",
                "resource:Writer=explode",
                "resource:Writer/explode=fail",
                "resource:Writer/delete#0=fail",
                "resource:Writer=slow",
                "resource:Writer=slow:0",
                "resource:Writer=slow:-1"
            })
    void whatIsNotAFaultIsExplained(String spec) {
        assertThatThrownBy(() -> FaultScript.parse(spec))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("\"" + spec + "\" is not a fault. ");
    }
}
