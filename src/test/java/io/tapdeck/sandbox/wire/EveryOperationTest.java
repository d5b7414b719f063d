package io.tapdeck.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.sandbox.Clients;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.sts.StsClient;

/** Random requests arrive as they were sent, and random responses as they were answered, for all operations there are. */
class EveryOperationTest {
    private static final int ROUNDS = 3;

    /** The RDS client turns SourceRegion into a presigned URL and does not send it (boto3 does the same). */
    private static final Set<String> CLIENT_DROPS_SOURCE_REGION = Set.of(
            "CopyDBClusterSnapshot",
            "CopyDBSnapshot",
            "CreateDBCluster",
            "CreateDBInstanceReadReplica",
            "StartDBInstanceAutomatedBackupsReplication");

    @Test
    void cloudFormation() throws Throwable {
        everyOperation(
                CloudFormationClient.class,
                WireService::cloudFormation,
                at -> Clients.client(CloudFormationClient::builder, at));
    }

    @Test
    void cloudWatch() throws Throwable {
        everyOperation(
                CloudWatchClient.class, WireService::cloudWatch, at -> Clients.client(CloudWatchClient::builder, at));
    }

    @Test
    void sns() throws Throwable {
        everyOperation(SnsClient.class, WireService::sns, at -> Clients.client(SnsClient::builder, at));
    }

    @Test
    void iam() throws Throwable {
        everyOperation(IamClient.class, WireService::iam, at -> Clients.client(IamClient::builder, at));
    }

    @Test
    void rds() throws Throwable {
        everyOperation(RdsClient.class, WireService::rds, at -> Clients.client(RdsClient::builder, at));
    }

    @Test
    void sso() throws Throwable {
        everyOperation(SsoClient.class, WireService::sso, at -> Clients.client(SsoClient::builder, at));
    }

    @Test
    void oidc() throws Throwable {
        everyOperation(SsoOidcClient.class, WireService::oidc, at -> Clients.client(SsoOidcClient::builder, at));
    }

    @Test
    void sts() throws Throwable {
        everyOperation(StsClient.class, WireService::sts, at -> Clients.client(StsClient::builder, at));
    }

    private static <C extends SdkClient> void everyOperation(
            Class<C> api, Function<Function<Origin, C>, WireService> service, Function<URI, C> clientAt)
            throws Throwable {
        RecordingHandler<C> handler = new RecordingHandler<>(api);
        List<Operation> operations = byName(api);
        assertThat(operations).hasSizeGreaterThan(3);
        try (WireServer server = Servers.serving(service.apply(handler.everywhere()));
                C client = clientAt.apply(server.endpoint())) {
            RandomPojo random = new RandomPojo(4610);
            for (Operation operation : operations) {
                if (!CLIENT_DROPS_SOURCE_REGION.contains(operation.name())) {
                    for (int round = 0; round < ROUNDS; round++) {
                        roundTrip(operation, handler, client, random);
                    }
                }
            }
        }
    }

    /** In a fixed order, so that each is filled with the same members in every run. */
    static List<Operation> byName(Class<? extends SdkClient> api) {
        return new Operations(api)
                .all().stream().sorted(Comparator.comparing(Operation::name)).toList();
    }

    private static <C extends SdkClient> void roundTrip(
            Operation operation, RecordingHandler<C> handler, C client, RandomPojo random) throws Throwable {
        SdkPojo request = random.fill(operation.requestBuilder());
        SdkPojo response = random.fill((SdkPojo)
                operation.method().type().returnType().getMethod("builder").invoke(null));
        handler.willAnswer(response);

        SdkPojo answered = operation.invoke(client, request, ServiceCall.NOTHING, fetched -> {});

        assertThat(handler.received().equalsBySdkFields(request))
                .as("%s received %s, sent was %s", operation.name(), handler.received(), request)
                .isTrue();
        assertThat(answered.equalsBySdkFields(response))
                .as("%s answered %s, told was %s", operation.name(), answered, response)
                .isTrue();
    }
}
