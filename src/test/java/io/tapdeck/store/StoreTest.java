package io.tapdeck.store;

import static org.assertj.core.api.Assertions.assertThat;

import io.tapdeck.environment.AlarmDraft;
import io.tapdeck.environment.Draft;
import io.tapdeck.store.AlarmArchive.Transition;
import io.tapdeck.store.MetricArchive.Point;
import io.tapdeck.store.MetricArchive.Reading;
import io.tapdeck.store.MetricArchive.Span;
import io.tapdeck.store.Store.KnownEnvironment;
import io.tapdeck.store.Store.SavedDraft;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoreTest {
    private static final Instant NOON = Instant.parse("2026-11-22T12:00:00Z");
    private Instant now = NOON;

    @TempDir
    Path folder = Path.of("");

    private Store store;

    StoreTest() {
        store = SqliteStore.inMemory(InstantSource.system());
    }

    @BeforeEach
    void open() {
        store = reopened();
    }

    private Store reopened() {
        Stores.Opened opened = Stores.open(folder, () -> now);
        assertThat(opened.notices()).isEmpty();
        return opened.store();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aDraftSurvivesARestartAsItWasTyped() {
        Draft draft = new Draft(
                "aurora-mysql",
                "secure",
                "qa-7_eu",
                Map.of("maxCapacity", "8"),
                List.of(new AlarmDraft("cpu", false, "eighty", "2", "3", "300", "ignore")),
                List.of("dba@acme"));
        store.saveDraft("one", "111122223333", draft, "alarms");
        store.close();
        store = reopened();
        assertThat(store.draft("one")).contains(new SavedDraft("one", "111122223333", draft, "alarms", NOON));
    }

    @Test
    void aDraftOfAnEarlierTapdeckIsForNoAccountInParticular() {
        store.saveDraft("old", null, new Draft("b", "p", "s", Map.of(), List.of(), List.of()), "what");
        assertThat(store.draft("old")).get().extracting(SavedDraft::account).isNull();
    }

    @Test
    void theNewestDraftComesFirstAndADeletedOneIsGone() {
        Draft draft = new Draft("b", "p", "s", Map.of(), List.of(), List.of());
        store.saveDraft("older", null, draft, "where");
        now = NOON.plusSeconds(1);
        store.saveDraft("newer", null, draft, "what");
        assertThat(store.drafts()).extracting(SavedDraft::id).containsExactly("newer", "older");
        store.deleteDraft("newer");
        assertThat(store.drafts()).extracting(SavedDraft::id).containsExactly("older");
    }

    @Test
    void theMarkOfAnAccountSurvivesARestartUntilItIsTakenAway() {
        AccountMark prod = new AccountMark("prod", AccountColor.RED);
        store.markAccount("111122223333", new AccountMark("", AccountColor.TEAL));
        store.markAccount("111122223333", prod);
        store.markAccount("444455556666", new AccountMark("dev", null));
        store.close();
        store = reopened();
        assertThat(store.accountMarks())
                .isEqualTo(Map.of("111122223333", prod, "444455556666", new AccountMark("dev", null)));
        store.markAccount("111122223333", AccountMark.NONE);
        assertThat(store.accountMarks()).containsOnlyKeys("444455556666");
    }

    @Test
    void aMarkThatThisTapdeckDoesNotKnowIsShownAsFarAsItIsKnown() throws SQLException {
        store.close();
        try (Connection other = DriverManager.getConnection("jdbc:sqlite:" + folder.resolve(Stores.FILE));
                Statement statement = other.createStatement()) {
            statement.execute("INSERT INTO account_mark VALUES ('1', 'prod', 'ultramarine')");
            statement.execute("INSERT INTO account_mark VALUES ('2', 'longer than this one shows', 'teal')");
            statement.execute("INSERT INTO account_mark VALUES ('3', '', 'ultramarine')");
        }
        store = reopened();
        assertThat(store.accountMarks())
                .isEqualTo(Map.of("1", new AccountMark("prod", null), "2", new AccountMark("", AccountColor.TEAL)));
    }

    @Test
    void whatIsKnownOfOneRegionIsReplacedAsAWhole() {
        KnownEnvironment dev =
                new KnownEnvironment("1", "us-east-1", "b", "dev", "tapdeck-b-dev", "CREATE_COMPLETE", NOON);
        KnownEnvironment qa =
                new KnownEnvironment("1", "us-east-1", "b", "qa", "tapdeck-b-qa", "CREATE_COMPLETE", NOON);
        KnownEnvironment other =
                new KnownEnvironment("1", "eu-west-1", "b", "dev", "tapdeck-b-dev", "CREATE_COMPLETE", NOON);
        store.rememberEnvironments("1", "eu-west-1", List.of(other));
        store.rememberEnvironments("1", "us-east-1", List.of(dev, qa));
        store.rememberEnvironments("1", "us-east-1", List.of(qa));
        assertThat(store.knownEnvironments("1", "us-east-1")).containsExactly(qa);
        assertThat(store.knownEnvironments("1", "eu-west-1")).containsExactly(other);
    }

    @Test
    void anAlarmsHistoryIsKeptOnceAndNewestFirst() {
        Transition up = new Transition("arn", NOON, "OK", "ALARM", "up");
        Transition down = new Transition("arn", NOON.plusSeconds(60), "ALARM", "OK", "down");
        store.alarms().saveTransitions(List.of(up, down));
        store.alarms().saveTransitions(List.of(up));
        assertThat(store.alarms().transitions("arn", NOON, NOON.plusSeconds(61)))
                .containsExactly(down, up);
    }

    @Test
    void aMedianNeedsThreeDurations() {
        store.rememberDuration("AWS::RDS::DBCluster", "CREATE", 200);
        store.rememberDuration("AWS::RDS::DBCluster", "CREATE", 900);
        assertThat(store.usualSeconds("AWS::RDS::DBCluster", "CREATE")).isEmpty();
        store.rememberDuration("AWS::RDS::DBCluster", "CREATE", 240);
        assertThat(store.usualSeconds("AWS::RDS::DBCluster", "CREATE")).hasValue(240);
        assertThat(store.usualSeconds("AWS::RDS::DBCluster", "DELETE")).isEmpty();
    }

    @Test
    void preferencesAreReplaced() {
        store.setPreference("theme", "dark");
        store.setPreference("theme", "light");
        assertThat(store.preference("theme")).contains("light");
        assertThat(store.preference("other")).isEmpty();
    }

    @Test
    void manyThreadsWriteAtOnce() throws Exception {
        List<Callable<Boolean>> writers = IntStream.range(0, 20)
                .<Callable<Boolean>>mapToObj(number -> () -> {
                    store.metrics()
                            .save(List.of(new Reading(
                                    "s|60",
                                    new Span(NOON, NOON.plusSeconds(number * 60L)),
                                    List.of(point(number * 60L, number), point(number * 60L + 1, number)))));
                    return true;
                })
                .toList();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var written : threads.invokeAll(writers)) {
                assertThat(written.get()).isTrue();
            }
        }
        assertThat(store.metrics().points("s|60", NOON, NOON.plusSeconds(3600))).hasSize(40);
    }

    private static Point point(long seconds, double value) {
        return new Point(NOON.plusSeconds(seconds), value);
    }
}
