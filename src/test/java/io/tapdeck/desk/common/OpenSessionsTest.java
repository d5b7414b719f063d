package io.tapdeck.desk.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tapdeck.aws.Session;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.environment.EnvironmentKey;
import io.tapdeck.environment.Suffix;
import org.junit.jupiter.api.Test;

class OpenSessionsTest {
    private static final String ACCOUNT = "482109375512";

    private final DeskServices sandbox = new TestDesk().services();
    private final OpenSessions sessions = new OpenSessions(sandbox);

    private static DeskServices session(String name, String account, String region, boolean readOnly) {
        DeskServices made = new TestDesk().services();
        return new DeskServices(
                made.blueprints(),
                made.synthesizer(),
                new Session(name, account, region, "arn:aws:iam::1:user/ada", Session.Kind.ACCOUNT, readOnly),
                made.clock(),
                made.deployments(),
                made.monitor(),
                made.store(),
                made.targetSettings(),
                made.product(),
                name,
                made.choice(),
                made.notices());
    }

    private static EnvironmentKey key(String account, String region) {
        return new EnvironmentKey(account, region, "aurora-mysql", new Suffix("dev"));
    }

    @Test
    void anEnvironmentIsReachedByTheSessionOfItsAccountAndRegion() {
        DeskServices ireland = session("prod", ACCOUNT, "eu-west-1", false);
        DeskServices virginia = session("prod", ACCOUNT, "us-east-1", false);
        sessions.open(ireland);
        sessions.open(virginia);

        assertThat(sessions.of(key(ACCOUNT, "us-east-1"))).isEqualTo(virginia);
        assertThat(sessions.of(key(ACCOUNT, "eu-north-1")))
                .as("the same account at least")
                .isEqualTo(ireland);
        assertThat(sessions.of(key("999999999999", "eu-west-1")))
                .as("nobody reaches it")
                .isEqualTo(sandbox);
    }

    @Test
    void oneThatMayChangeSomethingComesBeforeOneThatOnlyReads() {
        DeskServices looking = session("audit", ACCOUNT, "eu-west-1", true);
        DeskServices acting = session("prod", ACCOUNT, "eu-west-1", false);
        sessions.open(looking);
        sessions.use(looking);
        sessions.open(acting);

        assertThat(sessions.of(key(ACCOUNT, "eu-west-1"))).isEqualTo(acting);
        assertThat(sessions.places()).as("one for each account and region").containsExactly(sandbox, acting);
    }

    @Test
    void aDraftIsOpenedInASessionOfItsAccount() {
        DeskServices looking = session("audit", ACCOUNT, "eu-west-1", true);
        DeskServices acting = session("prod", ACCOUNT, "us-east-1", false);
        sessions.open(looking);
        sessions.open(acting);

        assertThat(sessions.in(ACCOUNT)).isEqualTo(acting);
        assertThat(sessions.in("999999999999")).as("nobody is there").isEqualTo(sandbox);
        assertThat(sessions.in(null)).as("it goes anywhere").isEqualTo(sandbox);
    }

    @Test
    void openingAnewReplacesTheOneBeforeAndStaysTheCurrentOne() {
        DeskServices before = session("prod", ACCOUNT, "eu-west-1", false);
        DeskServices after = session("prod", ACCOUNT, "eu-west-1", true);
        sessions.open(before);
        sessions.use(before);
        sessions.open(after);

        assertThat(sessions.all()).containsExactly(sandbox, after);
        assertThat(sessions.current()).isEqualTo(after);
    }

    @Test
    void theLastOneStaysAndClosingTheCurrentOneFallsBack() {
        DeskServices prod = session("prod", ACCOUNT, "eu-west-1", false);
        sessions.open(prod);
        sessions.use(prod);
        sessions.expired(prod);
        sessions.close(prod);
        assertThat(sessions.current()).isEqualTo(sandbox);
        assertThat(sessions.expired()).as("nobody misses one that was closed").isEmpty();
        sessions.close(sandbox);
        assertThat(sessions.all()).containsExactly(sandbox);
        assertThatThrownBy(() -> sessions.use(prod)).isInstanceOf(IllegalArgumentException.class);
    }
}
