package io.tapdeck.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.sandbox.VirtualClock;
import io.tapdeck.sandbox.sns.SandboxSns;
import io.tapdeck.sandbox.world.LiveResource;
import io.tapdeck.sandbox.world.ResourceWorld;
import io.tapdeck.store.Store;
import io.tapdeck.store.Stores;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whether anybody hears an alarm. */
class SubscriptionsTest {
    private static final String TOPIC = OneAlarm.TOPIC;

    private final VirtualClock clock = new VirtualClock(Instant.parse("2026-11-20T12:00:00Z"));
    private final ResourceWorld world = new ResourceWorld();
    private final Set<String> denied = new HashSet<>();
    private final Store store;
    private final Monitor monitor;

    SubscriptionsTest(@TempDir Path folder) {
        store = Stores.open(folder, clock).store();
        monitor = new CloudWatchMonitor(
                new InProcessConnection(
                        new OneAlarm(), new SandboxSns(clock, world, "000000000000", denied::contains), clock),
                store);
        put("AWS::SNS::Topic", TOPIC, JsonNodeFactory.instance.objectNode());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aTopicWithoutSubscriptionsTellsNobody() {
        assertThat(known().nobody()).isTrue();
    }

    @Test
    void whoHasNotFollowedTheLinkInTheMailIsPending() {
        subscribe("ops@example.com");
        assertThat(known().pending()).isEqualTo(1);
        assertThat(known().nobody()).isTrue();

        clock.advance(Duration.ofHours(1));

        assertThat(known().confirmed()).isEqualTo(1);
        assertThat(known().pending()).isZero();
    }

    @Test
    void everyPageIsRead() {
        for (int i = 0; i < 230; i++) {
            subscribe("ops" + i + "@example.com");
        }
        assertThat(known().subscriptions()).hasSize(230).doesNotHaveDuplicates();
    }

    @Test
    void whoMayNotLookIsToldSo() {
        denied.add("sns:ListSubscriptionsByTopic");
        assertThat(only(TOPIC)).isEqualTo(new TopicSubscriptions.NotAllowed());
    }

    @Test
    void aMissingTopicHidesNoOther() {
        String missing = TOPIC + "-gone";
        Map<String, TopicSubscriptions> both = monitor.subscriptions(List.of(missing, TOPIC));
        assertThat(both.get(missing)).isEqualTo(new TopicSubscriptions.NoTopic());
        assertThat(both.get(TOPIC)).isInstanceOf(TopicSubscriptions.Known.class);
    }

    private TopicSubscriptions.Known known() {
        return (TopicSubscriptions.Known) only(TOPIC);
    }

    private TopicSubscriptions only(String topic) {
        return monitor.subscriptions(List.of(topic)).values().iterator().next();
    }

    private void subscribe(String mail) {
        put(
                "AWS::SNS::Subscription",
                TOPIC + ":" + mail,
                JsonNodeFactory.instance
                        .objectNode()
                        .put("TopicArn", TOPIC)
                        .put("Protocol", "email")
                        .put("Endpoint", mail));
    }

    private void put(String type, String physicalId, ObjectNode properties) {
        world.put(new LiveResource(
                "arn:aws:cloudformation:us-east-1:000000000000:stack/dev",
                "dev",
                physicalId,
                type,
                physicalId,
                properties,
                JsonNodeFactory.instance.objectNode(),
                Map.of(),
                clock.instant(),
                clock.instant()));
    }
}
