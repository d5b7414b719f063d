package io.tapdeck.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.tapdeck.sandbox.Clients;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.net.URI;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.ssooidc.model.SsoOidcException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.utils.builder.Buildable;

/** What a handler throws, the client throws: every exception that an operation's model has, with its members. */
class EveryExceptionTest {

    @Test
    void cloudFormation() throws Exception {
        assertThat(everyException(
                        CloudFormationClient.class,
                        WireService::cloudFormation,
                        at -> Clients.client(CloudFormationClient::builder, at)))
                .isGreaterThan(28);
    }

    @Test
    void cloudWatch() throws Exception {
        assertThat(everyException(
                        CloudWatchClient.class,
                        WireService::cloudWatch,
                        at -> Clients.client(CloudWatchClient::builder, at)))
                .isGreaterThan(11);
    }

    @Test
    void iam() throws Exception {
        assertThat(everyException(IamClient.class, WireService::iam, at -> Clients.client(IamClient::builder, at)))
                .isGreaterThan(100);
    }

    @Test
    void rds() throws Exception {
        assertThat(everyException(RdsClient.class, WireService::rds, at -> Clients.client(RdsClient::builder, at)))
                .isGreaterThan(144);
    }

    @Test
    void sso() throws Exception {
        assertThat(everyException(SsoClient.class, WireService::sso, at -> Clients.client(SsoClient::builder, at)))
                .isGreaterThan(14);
    }

    @Test
    void oidc() throws Exception {
        assertThat(everyException(
                        SsoOidcClient.class, WireService::oidc, at -> Clients.client(SsoOidcClient::builder, at)))
                .isGreaterThan(30);
    }

    @Test
    void sts() throws Exception {
        assertThat(everyException(StsClient.class, WireService::sts, at -> Clients.client(StsClient::builder, at)))
                .isGreaterThan(8);
    }

    /** Returns how many pairs of operation and exception there were. */
    private static <C extends SdkClient> int everyException(
            Class<C> api, Function<Function<Origin, C>, WireService> service, Function<URI, C> clientAt)
            throws Exception {
        RecordingHandler<C> handler = new RecordingHandler<>(api);
        int pairs = 0;
        try (WireServer server = Servers.serving(service.apply(handler.everywhere()));
                C client = clientAt.apply(server.endpoint())) {
            RandomPojo random = new RandomPojo(4610);
            for (Operation operation : EveryOperationTest.byName(api)) {
                for (Class<?> type : exceptions(operation)) {
                    if (isModelled(type)) {
                        pairs++;
                        comesBack(operation, type, handler, client, random);
                    }
                }
            }
        }
        return pairs;
    }

    private static Class<?>[] exceptions(Operation operation) {
        return MethodHandles.reflectAs(Method.class, operation.method()).getExceptionTypes();
    }

    /** Modelled exceptions are final; the base classes in the throws clauses are not. */
    private static boolean isModelled(Class<?> type) {
        return AwsServiceException.class.isAssignableFrom(type) && Modifier.isFinal(type.getModifiers());
    }

    private static <C extends SdkClient> void comesBack(
            Operation operation, Class<?> type, RecordingHandler<C> handler, C client, RandomPojo random)
            throws Exception {
        Object builder = type.getMethod("builder").invoke(null);
        ((AwsServiceException.Builder) builder).message("What was wrong");
        AwsServiceException thrown = (AwsServiceException) random.fill((SdkPojo) builder);
        handler.willAnswer(thrown);

        Object request = ((Buildable) operation.requestBuilder()).build();
        Throwable caught = catchThrowable(() -> operation.invoke(client, request, ServiceCall.NOTHING, fetched -> {}));

        assertThat(caught).as(operation.name()).isInstanceOfSatisfying(AwsServiceException.class, exception -> {
            assertThat(exception).isExactlyInstanceOf(type);
            assertThat(exception.awsErrorDetails().errorCode()).isNotBlank();
            assertThat(exception.statusCode()).isGreaterThanOrEqualTo(400);
            if (exception.statusCode() == 401 && SsoOidcException.class.isAssignableFrom(type)) {
                // The client on HttpURLConnection does not read the body of a POST's 401.
                return;
            }
            assertThat(exception.awsErrorDetails().errorMessage()).isEqualTo("What was wrong");
            for (SdkField<?> field : thrown.sdkFields()) {
                assertThat((Object) field.getValueOrDefault(exception))
                        .as("%s of %s", field.memberName(), type)
                        .isEqualTo(field.getValueOrDefault(thrown));
            }
        });
    }
}
