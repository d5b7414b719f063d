package io.tapdeck.aws;

import io.tapdeck.aws.identitycenter.IdentityCenter;
import io.tapdeck.aws.identitycenter.SignInException;
import io.tapdeck.aws.identitycenter.SignInMethod;
import java.io.IOException;
import java.time.InstantSource;
import software.amazon.awssdk.core.exception.SdkException;

/** Asks STS, CloudFormation and Identity Center once, wherever the variables and files of its process lead. */
final class EndpointProbe {
    private EndpointProbe() {}

    public static void main(String[] arguments) {
        try (AwsConnections connections = new AwsConnections(InstantSource.system());
                AwsConnection connection = connections.open(new Target.Account(null, null, null, false))) {
            try {
                connection.cloudFormation().describeStacks();
            } catch (SdkException e) {
                // Where it was asked is all that counts.
            }
            IdentityCenter center = connections.identityCenter();
            try {
                center.signIn(center.sessions().named("acme"), page -> {
                            throw new IOException("no display");
                        })
                        .run(SignInMethod.DEVICE_CODE, event -> {});
            } catch (SignInException e) {
                // As above.
            }
        }
    }
}
