package io.tapdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.utils.SdkAutoCloseable;

class HeldCredentialsTest {
    private final List<String> closed = new ArrayList<>();

    private static AwsCredentials refused(String code) {
        throw AwsServiceException.builder()
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
    }

    /** A provider as those of roles are. */
    private AwsCredentialsProvider provider(String name, Supplier<AwsCredentials> credentials) {
        class Role implements AwsCredentialsProvider, SdkAutoCloseable {
            @Override
            public AwsCredentials resolveCredentials() {
                return credentials.get();
            }

            @Override
            public void close() {
                closed.add(name);
            }
        }
        return new Role();
    }

    private HeldCredentials held(String firstFailsWith) {
        Queue<AwsCredentialsProvider> made = new ArrayDeque<>(List.of(
                provider("first", () -> refused(firstFailsWith)),
                provider("second", () -> AwsBasicCredentials.create("AKIDSECOND", "s"))));
        return new HeldCredentials(made::remove, "Sign in again.");
    }

    @Test
    void aRoleWhoseSourceHasExpiredIsMadeAnew() {
        HeldCredentials held = held("ExpiredToken");

        assertThatThrownBy(held::resolveCredentials).rootCause().isInstanceOf(AwsServiceException.class);
        assertThat(closed).containsExactly("first");
        assertThat(held.resolveCredentials().accessKeyId()).isEqualTo("AKIDSECOND");
    }

    @Test
    void anyOtherAnswerLeavesItAsItIs() {
        HeldCredentials held = held("AccessDenied");

        assertThatThrownBy(held::resolveCredentials).isInstanceOf(AwsServiceException.class);
        assertThatThrownBy(held::resolveCredentials).isInstanceOf(AwsServiceException.class);
        assertThat(closed).isEmpty();
    }

    @Test
    void whatWasMadeIsClosedAtTheEnd() {
        HeldCredentials held = held("AccessDenied");
        assertThatThrownBy(held::resolveCredentials).isInstanceOf(AwsServiceException.class);

        held.drop();

        assertThat(closed).containsExactly("first");
    }
}
