package io.tapdeck.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.aws.AwsException;
import io.tapdeck.deploy.DeploymentEvent.NotHeard;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What a review says of a session that ends before the deployment does, and what a deployment does when it has ended. */
final class SessionEndTest extends AccountTest {

    private List<Preflight.Check> warnings() {
        return account.deployments
                .review(account.plan(Templates.alarm(80)))
                .preflight()
                .of(Preflight.Result.WARNED);
    }

    @Test
    void aReviewSaysThatTheSessionEndsFirst() {
        account.endsIn(Duration.ofSeconds(1));

        assertThat(warnings()).singleElement().satisfies(check -> {
            assertThat(check.subject()).isEqualTo("Session");
            assertThat(check.words())
                    .matches(
                            "Your session sandbox ends within a minute, before the [0-9 to]+ min that this usually takes\\. The"
                                    + " deployment goes on without it; sign in again to see how it ends\\.");
        });
    }

    @Test
    void aSessionThatLastsIsNotSpokenOf() {
        account.endsIn(Duration.ofHours(8));

        assertThat(warnings()).isEmpty();
    }

    @Test
    void aSessionThatRenewsItselfIsNotSpokenOf() {
        assertThat(warnings()).isEmpty();
    }

    /** A provider that has nobody signed in throws before any call is sent. */
    @Test
    void aProviderThatNeedsASignInIsTheSameSilenceAsExpiredCredentials() {
        NotHeard silence = Silence.of(
                SdkClientException.create(
                        "no token", new AwsException("It is signed out.", "Sign in.", AwsException.Kind.NEEDS_SIGN_IN)),
                account.session(),
                account.instant());

        assertThat(silence.why()).isEqualTo(Silence.NEEDS_SIGN_IN);
        assertThat(silence.reason()).isEqualTo("Your session sandbox has expired. CloudFormation carries on.");
    }
}
