package io.tapdeck.aws.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.profiles.ProfileFile;

/** What a person does when credentials have expired: it depends on where they come from. */
class RenewalTest {
    private static final String FILE = """
            [profile keys]
            aws_access_key_id = ASIAIOSFODNN7EXAMPLE
            aws_secret_access_key = planted-secret
            aws_session_token = planted-token
            [profile program]
            credential_process = /usr/bin/true
            [profile token]
            role_arn = arn:aws:iam::660411875023:role/Ops
            web_identity_token_file = /var/token
            [profile center]
            sso_session = acme
            sso_account_id = 482109375512
            sso_role_name = Administrator
            [sso-session acme]
            sso_start_url = https://acme.awsapps.com/start
            sso_region = eu-west-1
            [profile legacy]
            sso_start_url = https://old.awsapps.com/start
            sso_region = us-east-1
            sso_account_id = 773044162098
            sso_role_name = ReadOnly
            [profile by-center]
            role_arn = arn:aws:iam::660411875023:role/Ops
            source_profile = center
            [profile by-keys]
            role_arn = arn:aws:iam::660411875023:role/Ops
            source_profile = keys
            [profile by-machine]
            role_arn = arn:aws:iam::660411875023:role/Ops
            credential_source = Ec2InstanceMetadata
            """;

    private final Profiles profiles = new Profiles(
            () -> ProfileFile.builder()
                    .content(new ByteArrayInputStream(FILE.getBytes(StandardCharsets.UTF_8)))
                    .type(ProfileFile.Type.CONFIGURATION)
                    .build(),
            name -> Optional.ofNullable(
                    Map.of("AWS_ACCESS_KEY_ID", "ASIAIOSFODNN7EXAMPLE", "AWS_SECRET_ACCESS_KEY", "planted-secret")
                            .get(name)));

    private final Renewal renewal = new Renewal(profiles);

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            keys          | Put new keys into the AWS files, for profile keys.
            program       | Look at the credential_process of profile program: what it prints has expired.
            token         | Let a new token be written into the web_identity_token_file of profile token.
            center        | Sign in again, for example with tapdeck login --sso-session acme.
            legacy        | Sign in again, for example with aws sso login --profile legacy.
            by-center     | Sign in again, for example with tapdeck login --sso-session acme.
            by-keys       | Put new keys into the AWS files, for profile keys.
            by-machine    | Renew the credentials that the role is assumed with: Ec2InstanceMetadata.
            (environment) | Put new keys into the environment, and start Tapdeck there.
            """)
    void fitsWhereTheCredentialsComeFrom(String profile, String remedy) {
        assertThat(renewal.of(profiles.find(profile))).isEqualTo(remedy);
    }

    @Test
    void aRoleThatTheComputerHasBeenGivenIsNobodysToRenew() {
        assertThat(renewal.of(Optional.empty())).contains("renews its credentials by itself");
    }
}
