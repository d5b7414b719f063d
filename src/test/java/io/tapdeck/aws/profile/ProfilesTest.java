package io.tapdeck.aws.profile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.aws.AwsException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.profiles.ProfileFile;

class ProfilesTest {
    private static final String FILE = """
            [default]
            region = eu-west-1
            aws_access_key_id = AKIAIOSFODNN7EXAMPLE
            aws_secret_access_key = planted-secret
            [profile temporary]
            aws_access_key_id = ASIAIOSFODNN7EXAMPLE
            aws_secret_access_key = planted-secret
            aws_session_token = planted-token
            endpoint_url = http://127.0.0.1:4610
            [profile partner]
            role_arn = arn:aws:iam::660411875023:role/path/Ops
            source_profile = default
            [profile machine]
            role_arn = arn:aws-cn:iam::660411875023:role/Ops
            credential_source = Ec2InstanceMetadata
            [profile token]
            role_arn = arn:aws:iam::660411875023:role/Ops
            web_identity_token_file = /var/token
            [profile program]
            credential_process = /usr/bin/true
            [profile acme-prod]
            sso_session = acme
            sso_account_id = 482109375512
            sso_role_name = Administrator
            region = eu-west-1
            [sso-session acme]
            sso_start_url = https://acme.awsapps.com/start
            sso_region = eu-west-1
            sso_registration_scopes = sso:account:access, codewhisperer:completions
            [profile legacy]
            sso_start_url = https://old.awsapps.com/start
            sso_region = us-east-1
            sso_account_id = 773044162098
            sso_role_name = ReadOnly
            [profile through]
            role_arn = arn:aws:iam::660411875023:role/Ops
            source_profile = acme-prod
            [profile itself]
            role_arn = arn:aws:iam::660411875023:role/Ops
            source_profile = itself
            aws_access_key_id = AKIAIOSFODNN7EXAMPLE
            aws_secret_access_key = planted-secret
            [profile empty]
            region = eu-west-1
            [profile one]
            role_arn = arn:aws:iam::660411875023:role/Ops
            source_profile = two
            [profile two]
            role_arn = arn:aws:iam::660411875023:role/Ops
            source_profile = one
            [profile orphan]
            role_arn = arn:aws:iam::660411875023:role/Ops
            source_profile = nobody
            [profile sourceless]
            role_arn = arn:aws:iam::660411875023:role/Ops
            [profile torn]
            role_arn = arn:aws:iam::660411875023:role/Ops
            source_profile = default
            credential_source = Environment
            [profile code]
            role_arn = arn:aws:iam::660411875023:role/Ops
            source_profile = default
            mfa_serial = arn:aws:iam::660411875023:mfa/ops
            [profile console]
            login_session = arn:aws:iam::660411875023:user/ops
            [profile lost]
            sso_session = nowhere
            sso_account_id = 482109375512
            sso_role_name = Administrator
            [profile half]
            sso_start_url = https://old.awsapps.com/start
            sso_account_id = 482109375512
            sso_role_name = Administrator
            [profile roleless]
            sso_session = acme
            sso_account_id = 482109375512
            """;

    private static ProfileFile file(String content) {
        return ProfileFile.builder()
                .content(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))
                .type(ProfileFile.Type.CONFIGURATION)
                .build();
    }

    private static Profiles profiles(Map<String, String> variables) {
        return new Profiles(() -> file(FILE), name -> Optional.ofNullable(variables.get(name)));
    }

    private static AwsProfile profile(String name) {
        return profiles(Map.of()).find(name).orElseThrow();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "default   |              | AccessKey[keyId=AKIA…MPLE, temporary=false]",
                "temporary |              | AccessKey[keyId=ASIA…MPLE, temporary=true]",
                "partner   | 660411875023 | AssumedRole[roleArn=arn:aws:iam::660411875023:role/path/Ops, by=default]",
                "machine   | 660411875023 | AssumedRole[roleArn=arn:aws-cn:iam::660411875023:role/Ops, by=Ec2InstanceMetadata]",
                "token     | 660411875023 | WebIdentity[roleArn=arn:aws:iam::660411875023:role/Ops]",
                "program   |              | CredentialProcess[]",
                "acme-prod | 482109375512 | IdentityCenter[session=SsoSession[name=acme, startUrl=https://acme.awsapps.com/start, region=eu-west-1, scopes=[sso:account:access, codewhisperer:completions]], account=482109375512, role=Administrator]",
                "legacy    | 773044162098 | IdentityCenter[session=SsoSession[name=null, startUrl=https://old.awsapps.com/start, region=us-east-1, scopes=[sso:account:access]], account=773044162098, role=ReadOnly]",
                "through   | 660411875023 | AssumedRole[roleArn=arn:aws:iam::660411875023:role/Ops, by=acme-prod]",
                "itself    | 660411875023 | AssumedRole[roleArn=arn:aws:iam::660411875023:role/Ops, by=itself]",
            })
    void aProfileSaysHowItComesToCredentials(String name, String account, String kind) {
        AwsProfile profile = profile(name);
        assertThat(profile.kind()).hasToString(kind);
        assertThat(profile.account()).isEqualTo(Optional.ofNullable(account));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "empty      | leads to no credentials",
                "one        | leads back to",
                "orphan     | source_profile “nobody” does not exist",
                "sourceless | with no credentials",
                "torn       | two different",
                "code       | MFA",
                "console    | aws login",
                "lost       | sso-session “nowhere”",
                "half       | lacks sso_region",
                "roleless   | lacks sso_role_name",
            })
    void aProfileThatLeadsNowhereSaysWhyAndWhatToDo(String name, String why) {
        assertThat(profile(name).kind()).isInstanceOfSatisfying(ProfileKind.Unusable.class, unusable -> {
            assertThat(unusable.why()).contains(why).endsWith(".");
            assertThat(unusable.remedy()).endsWith(".");
        });
    }

    @Test
    void regionAndEndpointAreTheProfilesOwn() {
        assertThat(profile("default").region()).isEqualTo("eu-west-1");
        assertThat(profile("temporary").endpointUrl()).isEqualTo("http://127.0.0.1:4610");
        assertThat(profile("temporary").region()).isNull();
    }

    @Test
    void theEnvironmentsCredentialsComeFirst() {
        Profiles profiles = profiles(Map.of(
                "AWS_ACCESS_KEY_ID", "AKIAIOSFODNN7EXAMPLE",
                "AWS_SECRET_ACCESS_KEY", "planted-secret",
                "AWS_REGION", "eu-north-1"));
        AwsProfile environment = profiles.all().getFirst();
        assertThat(environment.name()).isEqualTo(Profiles.ENVIRONMENT);
        assertThat(environment.kind()).isEqualTo(new ProfileKind.AccessKey("AKIA…MPLE", false));
        assertThat(environment.region()).isEqualTo("eu-north-1");
        assertThat(profiles.find(Profiles.ENVIRONMENT)).contains(environment);
        assertThat(profiles(Map.of("AWS_ACCESS_KEY_ID", "AKIA")).find(Profiles.ENVIRONMENT))
                .isEmpty();
        assertThat(profiles(Map.of("AWS_ROLE_ARN", "arn:r", "AWS_WEB_IDENTITY_TOKEN_FILE", "/t"))
                        .find(Profiles.ENVIRONMENT))
                .map(AwsProfile::kind)
                .contains(new ProfileKind.WebIdentity("arn:r"));
    }

    @Test
    void nothingSecretIsInWhatIsListed() {
        assertThat(profiles(Map.of()).all().toString()).doesNotContain("planted");
    }

    @Test
    void filesThatCannotBeReadAreToldWithTheLine() {
        Profiles profiles = new Profiles(() -> file("[profile a]\nregion\n"), name -> Optional.empty());
        assertThatThrownBy(profiles::all)
                .isInstanceOf(AwsException.class)
                .hasMessageContaining("cannot be read")
                .hasMessageContaining("line 2");
    }

    /** As for the AWS CLI. */
    @ParameterizedTest
    @CsvSource({
        "eu-south-1, eu-north-1, eu-south-1",
        "'',         eu-north-1, eu-north-1",
        "'',         '',         eu-west-1",
    })
    void theVariablesRegionComesBeforeTheProfiles(String variable, String older, String region) {
        Map<String, String> variables = Map.of("AWS_REGION", variable, "AWS_DEFAULT_REGION", older);
        Profiles profiles = new Profiles(
                () -> file("[profile acme]\nregion = eu-west-1\n"), name -> Optional.ofNullable(variables.get(name)));

        assertThat(profiles.find("acme").orElseThrow().region()).isEqualTo(region);
    }

    @Test
    void theUsualProfileIsTheOneThatTheVariableNames() {
        String files = "[default]\nregion = eu-west-1\n[profile acme]\nregion = eu-west-1\n";

        assertThat(new Profiles(() -> file(files), name -> Optional.empty()).usual())
                .hasValueSatisfying(profile -> assertThat(profile.name()).isEqualTo("default"));
        assertThat(new Profiles(() -> file(files), name -> Optional.of("acme")).usual())
                .hasValueSatisfying(profile -> assertThat(profile.name()).isEqualTo("acme"));
    }

    @Test
    void damagedFilesAreReadOrToldWithoutTheirSecrets() {
        Random random = new Random(5);
        byte[] whole = FILE.getBytes(StandardCharsets.UTF_8);
        int read = 0;
        for (int round = 0; round < 1_000; round++) {
            byte[] bytes = whole.clone();
            for (int i = random.nextInt(6); i >= 0; i--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            int end = random.nextInt(2) == 0 ? bytes.length : random.nextInt(bytes.length);
            String text = new String(bytes, 0, end, StandardCharsets.UTF_8);
            try {
                assertThat(new Profiles(() -> file(text), name -> Optional.empty())
                                .all()
                                .toString())
                        .doesNotContain("planted-");
                read++;
            } catch (AwsException e) {
                assertThat(e).hasMessageContaining("cannot be read").hasMessageNotContaining("planted-");
            }
        }
        assertThat(read).as("both happen").isBetween(100, 900);
    }

    @Test
    void aLoneBracketIsNoReasonToCrash() {
        Profiles profiles = new Profiles(() -> file("["), name -> Optional.empty());
        assertThatThrownBy(profiles::all).isInstanceOf(AwsException.class).hasMessageContaining("cannot be read");
    }
}
