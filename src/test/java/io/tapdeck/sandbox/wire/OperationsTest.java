package io.tapdeck.sandbox.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.AwsRequest;
import software.amazon.awssdk.awscore.AwsResponse;
import software.amazon.awssdk.core.SdkClient;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.core.sync.ResponseTransformer;
import software.amazon.awssdk.services.cloudformation.CloudFormationClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sso.SsoClient;
import software.amazon.awssdk.services.ssooidc.SsoOidcClient;
import software.amazon.awssdk.services.sts.StsClient;

/** The class file of a client interface has the operations that the interface itself would tell. */
class OperationsTest {

    @ParameterizedTest
    @ValueSource(
            classes = {
                CloudFormationClient.class,
                CloudWatchClient.class,
                IamClient.class,
                RdsClient.class,
                S3Client.class,
                SnsClient.class,
                SsoClient.class,
                SsoOidcClient.class,
                StsClient.class
            })
    void allOfTheInterface(Class<? extends SdkClient> api) {
        Set<String> told = Arrays.stream(api.getMethods())
                .filter(OperationsTest::isOperation)
                .map(Method::getName)
                .collect(Collectors.toSet());

        assertThat(new Operations(api).all().stream().map(OperationsTest::method))
                .hasSizeGreaterThan(3)
                .containsExactlyInAnyOrderElementsOf(told);
    }

    @Test
    void anOperationIsFoundByTheNameThatTheApiHas() {
        Operations operations = new Operations(RdsClient.class);

        assertThat(operations.find("DescribeDBClusters")).map(Operation::name).contains("DescribeDBClusters");
        assertThat(operations.find("DescribeDBClustersPaginator")).isEmpty();
        assertThat(operations.find("Close")).isEmpty();
    }

    private static boolean isOperation(Method method) {
        List<Class<?>> parameters = List.of(method.getParameterTypes());
        if (parameters.isEmpty() || !AwsRequest.class.isAssignableFrom(parameters.getFirst())) {
            return false;
        }
        boolean answers = AwsResponse.class.isAssignableFrom(method.getReturnType());
        return parameters.size() == 1
                ? answers
                : parameters.size() == 2
                        && ((answers && parameters.get(1).equals(RequestBody.class))
                                || parameters.get(1).equals(ResponseTransformer.class));
    }

    private static String method(Operation operation) {
        return operation.name().substring(0, 1).toLowerCase(java.util.Locale.ROOT)
                + operation.name().substring(1);
    }
}
