package io.tapdeck.cli;

import io.tapdeck.aws.AwsConnections;
import io.tapdeck.aws.identitycenter.TokenCache;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.profiles.ProfileFile;

/**
 * AWS files of the tour's own, which lead to the sandbox's Identity Center: whose profiles are on this computer is nobody's
 * business who looks at the pictures.
 */
record TourAccess(Path folder) {

    Path config() {
        return folder.resolve("config");
    }

    AwsConnections connections() {
        return new AwsConnections(
                Clock.systemUTC(),
                AwsRetryStrategy.standardRetryStrategy(),
                () -> ProfileFile.builder()
                        .type(ProfileFile.Type.CONFIGURATION)
                        .content(config())
                        .build(),
                name -> Optional.empty(),
                new TokenCache(folder.resolve("sign-ins"), Thread::sleep));
    }

    /** Writes them for the sandbox at an endpoint. */
    void write(URI endpoint) throws IOException {
        Files.writeString(config(), """
                [default]
                sso_session = harbour
                sso_account_id = 111122223333
                sso_role_name = Administrator
                region = us-east-1
                endpoint_url = %1$s
                [sso-session harbour]
                sso_start_url = https://harbour.awsapps.com/start
                sso_region = us-east-1
                [profile audit]
                sso_session = harbour
                sso_account_id = 777788889999
                sso_role_name = ReadOnly
                region = us-east-1
                endpoint_url = %1$s
                """.formatted(endpoint));
    }
}
