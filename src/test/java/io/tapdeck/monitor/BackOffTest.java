package io.tapdeck.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;

/** Refusals for asking too much are waited out, ever longer and never all at the same moment. */
class BackOffTest {
    private final List<Duration> pauses = new ArrayList<>();
    private final BackOff backOff = new BackOff(new Random(7), pauses::add);
    private int questions;

    @Test
    void asksAgainUntilThereIsAnAnswer() {
        assertThat(backOff.call(() -> answerAfter(3, "Throttling"))).isEqualTo("answer");

        assertThat(questions).isEqualTo(4);
        assertThat(pauses).hasSize(3);
        for (int refusal = 1; refusal <= 3; refusal++) {
            assertThat(pauses.get(refusal - 1)).isBetween(Duration.ZERO, BackOff.longest(refusal));
        }
        assertThat(pauses).doesNotHaveDuplicates().isNotEqualTo(otherPauses());
    }

    @Test
    void waitsTwiceAsLongEachTimeUpToALimit() {
        assertThat(List.of(BackOff.longest(1), BackOff.longest(2), BackOff.longest(3)))
                .containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
        assertThat(BackOff.longest(100)).isEqualTo(Duration.ofSeconds(20));
    }

    @Test
    void givesUpAfterFiveRefusals() {
        assertThatThrownBy(() -> backOff.call(() -> answerAfter(100, "ThrottlingException")))
                .isInstanceOf(AwsServiceException.class);
        assertThat(questions).isEqualTo(5);
    }

    @Test
    void doesNotRepeatWhatIsRefusedForAnotherReason() {
        assertThatThrownBy(() -> backOff.call(() -> answerAfter(1, "AccessDenied")))
                .isInstanceOf(AwsServiceException.class);
        assertThat(questions).isEqualTo(1);
        assertThat(pauses).isEmpty();
    }

    private List<Duration> otherPauses() {
        List<Duration> others = new ArrayList<>();
        questions = 0;
        new BackOff(new Random(8), others::add).call(() -> answerAfter(3, "Throttling"));
        return others;
    }

    private String answerAfter(int refusals, String code) {
        if (questions++ < refusals) {
            throw AwsServiceException.builder()
                    .statusCode(400)
                    .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                    .build();
        }
        return "answer";
    }
}
