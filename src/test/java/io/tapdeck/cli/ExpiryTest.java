package io.tapdeck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.blueprint.Blueprints;
import io.tapdeck.sandbox.SandboxBrowser;
import io.tapdeck.sandbox.SandboxOptions;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.faults.FaultScript;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A session that ends in the middle of an operation: the credentials of its role and the token they come from, while nobody
 * is there. Its time lies far ahead of this computer's, so that the SDK believes in what AWS takes no more.
 */
class ExpiryTest extends CommandTest {
    private static final Instant FAR = Instant.parse("2126-11-22T08:00:00Z");
    /** How long nobody is there. */
    private static final Duration ABSENT = Duration.ofHours(1);

    private static final String DEPLOY = "deploy --suffix dev --yes";
    private static final String DESTROY = "destroy --suffix dev --yes";

    /** A line such as "09:12:04   3/37  CREATE_COMPLETE  AuroraCluster". */
    private static final Pattern MOVED = Pattern.compile("[\\d:]{8} +\\d+/\\d+ +([A-Z]+(?:_[A-Z]+)+) +(\\S+).*");

    private final SandboxBrowser person = new SandboxBrowser();
    private int sandboxes;
    private @Nullable Instant expiredAt;
    private int sentUntilThen;
    private final List<String> sentMeanwhile = new ArrayList<>();
    private int absences;

    private void sandbox(String... faults) {
        engines.close();
        engines = new SandboxEngines(
                folder.resolve("sandbox-" + ++sandboxes),
                worker,
                SandboxOptions.usual().withFaults(FaultScript.parse(faults)),
                Blueprints.builtIn(),
                new VirtualClock(FAR));
        engines.browser = page -> person.open(person.allow(page));
        engines.betweenPolls = this::comeBack;
    }

    /** Where sessions end after a minute and a half, and are not renewed. */
    private void sandboxWithShortSessions(String... more) {
        sandbox(Stream.concat(
                        Stream.of("lifetime:credentials=90s", "lifetime:token=90s", "lifetime:refresh-token=0s"),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    /** An hour after a session has ended somebody signs in again, in another window. */
    private void comeBack() {
        if (expiredAt == null && saysExpired()) {
            expiredAt = engines.clock.instant();
            sentUntilThen = CallRecorder.sent().size();
        } else if (expiredAt != null && !engines.clock.instant().isBefore(expiredAt.plus(ABSENT))) {
            assertThat(absences).as("it goes on after a sign-in").isLessThan(3);
            List<String> sent = CallRecorder.sent();
            sentMeanwhile.addAll(sent.subList(sentUntilThen, sent.size()));
            signIn();
            expiredAt = null;
            absences++;
        }
    }

    private boolean saysExpired() {
        return Stream.of(out(), err())
                .map(said -> said.lines().reduce("", (_, last) -> last))
                .anyMatch(last -> last.contains("Your session production has expired."));
    }

    private void signIn() {
        assertThat(elsewhere("login", "--sso-session", "harbour")).isZero();
    }

    private int tapdeck(String line) {
        return run((line + " --profile production").split(" ", -1));
    }

    /** What a command sent and what it told of stacks and resources, in order. */
    private record Told(int end, List<String> changes, List<String> moved) {}

    private Told told(String line) {
        AtomicInteger end = new AtomicInteger();
        CallRecorder.during(() -> end.set(tapdeck(line)));
        return new Told(
                end.get(),
                CallRecorder.sent().stream()
                        .filter(call -> call.matches(
                                "CloudFormation:(Create|Execute|Update|Delete|Cancel|Continue|Rollback).*"))
                        .toList(),
                err().lines()
                        .map(MOVED::matcher)
                        .filter(Matcher::matches)
                        .map(moved -> moved.group(1) + " " + moved.group(2))
                        .toList());
    }

    private void assertNothingWasSentMeanwhile() {
        assertThat(absences).isPositive();
        assertThat(sentMeanwhile).as("calls without a session").isEmpty();
    }

    private static void assertSame(Told disturbed, Told undisturbed) {
        assertThat(disturbed.moved()).as("no event lost, none twice").hasSizeGreaterThan(30);
        assertThat(disturbed).isEqualTo(undisturbed);
    }

    @Test
    void aDeploymentIsFollowedToItsEndOverAnHourWithoutASession() {
        sandboxWithShortSessions();
        signIn();
        Told disturbed = told(DEPLOY);
        assertThat(out()).contains("is up.");
        assertThat(err())
                .contains(
                        "Your session production has expired. CloudFormation carries on. Last heard at",
                        "Sign in again, for example with tapdeck login --sso-session harbour.",
                        "AWS answers again.");
        assertNothingWasSentMeanwhile();
        sandbox();
        signIn();

        assertSame(disturbed, told(DEPLOY));
    }

    @Test
    void aDestructionIsFollowedToItsEndOverAnHourWithoutASession() {
        sandboxWithShortSessions();
        signIn();
        tapdeck(DEPLOY);
        absences = 0;
        sentMeanwhile.clear();
        signIn();
        Told disturbed = told(DESTROY);
        assertThat(out()).contains("is gone.");
        assertNothingWasSentMeanwhile();
        sandbox();
        signIn();
        tapdeck(DEPLOY);

        assertSame(disturbed, told(DESTROY));
    }

    @Test
    void aRollbackIsFollowedToItsEndOverAnHourWithoutASession() {
        String failure = "resource:AWS::RDS::DBInstance=fail:Out of capacity";
        sandboxWithShortSessions(failure);
        signIn();
        Told disturbed = told(DEPLOY);
        assertThat(err()).contains("ROLLBACK_COMPLETE", "Out of capacity");
        assertNothingWasSentMeanwhile();
        sandbox(failure);
        signIn();

        assertSame(disturbed, told(DEPLOY));
    }

    @Test
    void aWatchGoesOnByItself() {
        sandboxWithShortSessions();
        signIn();
        tapdeck(DEPLOY);
        absences = 0;
        sentMeanwhile.clear();
        signIn();
        List<String> before = new ArrayList<>();
        engines.betweenPolls = () -> {
            int then = absences;
            comeBack();
            if (absences > then) {
                before.add(out());
            }
            patient = before.isEmpty() || out().equals(before.getFirst());
        };

        assertThat(tapdeck("watch --suffix dev")).isZero();

        assertThat(err()).contains("Your session production has expired. What was read before is still shown. Sign in");
        assertThat(out()).as("metrics again").startsWith(before.getFirst()).isNotEqualTo(before.getFirst());
        assertNothingWasSentMeanwhile();
    }
}
