package io.tapdeck.aws;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.aws.AwsException.Kind;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** What the SDK throws, in words, with what can be done. */
class AwsFailuresTest {
    private static AwsException explained(String code, String message) {
        return AwsFailures.explain(
                AwsServiceException.builder()
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode(code)
                                .errorMessage(message)
                                .build())
                        .build(),
                "the endpoint");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ExpiredToken", "ExpiredTokenException", "UnauthorizedException", "InvalidGrantException"})
    void anExpiredSessionNeedsASignInWhicheverServiceSaysSo(String code) {
        AwsException explained = explained(code, "Session token not found or invalid");

        assertThat(explained.kind()).isEqualTo(Kind.NEEDS_SIGN_IN);
        assertThat(explained).hasMessageContaining("has expired");
    }

    /** The SDK wraps what Identity Center answers while it resolves credentials. */
    @Test
    void anExpiredSessionIsFoundUnderWhatTheSdkMakesOfIt() {
        SdkClientException wrapped = SdkClientException.create(
                "Unable to load credentials",
                AwsServiceException.builder()
                        .awsErrorDetails(AwsErrorDetails.builder()
                                .errorCode("UnauthorizedException")
                                .errorMessage("Session token not found or invalid")
                                .build())
                        .build());

        assertThat(AwsFailures.explain(wrapped, "the endpoint").kind()).isEqualTo(Kind.NEEDS_SIGN_IN);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SignatureDoesNotMatch     | Signature expired: 20260101T100000Z is now earlier than 20260101T102500Z (20260101T103000Z - 5 min.)   | 30 minutes behind AWS's
            InvalidSignatureException | Signature expired: 20260101T100000Z is now earlier than 20260101T102500Z (20260101T103000Z - 5 min.)   | 30 minutes behind AWS's
            SignatureDoesNotMatch     | Signature not yet current: 20260101T130000Z is still later than 20260101T100500Z (20260101T100000Z + 5 min.) | 3 hours ahead of AWS's
            RequestTimeTooSkewed      | The difference between the request time and the current time is too large.                             | is wrong
            RequestExpired            | Request has expired.                                                                                    | is wrong
            """)
    void aWrongClockIsSaidAndByHowMuchWhereAwsSays(String code, String message, String words) {
        AwsException explained = explained(code, message);

        assertThat(explained).hasMessageContaining("This computer's clock").hasMessageContaining(words);
        assertThat(explained.remedy()).contains("time server");
        assertThat(explained.kind()).as("no sign-in mends it").isEqualTo(Kind.UNREACHABLE);
    }

    @Test
    void aWrongSecretIsNoWrongClock() {
        assertThat(explained(
                                "SignatureDoesNotMatch",
                                "The request signature we calculated does not match the signature you provided.")
                        .kind())
                .isEqualTo(Kind.NEEDS_SIGN_IN);
    }

    @Test
    void aClockIsWrongFromFiveMinutesOn() {
        Instant aws = Instant.parse("2026-11-22T10:00:00Z");

        assertThat(ClockSkew.words(aws.plusSeconds(299), aws)).isEmpty();
        assertThat(ClockSkew.words(aws.minusSeconds(299), aws)).isEmpty();
        assertThat(ClockSkew.words(aws.plus(Duration.ofMinutes(12)), aws))
                .hasValueSatisfying(words -> assertThat(words).contains("12 minutes ahead of AWS's", "time server"));
        assertThat(ClockSkew.words(aws.minus(Duration.ofHours(5)), aws))
                .hasValueSatisfying(words -> assertThat(words).contains("5 hours behind AWS's"));
    }
}
