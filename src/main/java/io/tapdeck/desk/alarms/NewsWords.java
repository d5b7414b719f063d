package io.tapdeck.desk.alarms;

import io.tapdeck.desk.common.AlarmReason;
import io.tapdeck.desk.common.TimeText;
import io.tapdeck.desk.message.DesktopMessage;
import io.tapdeck.monitor.AlarmRing;
import io.tapdeck.monitor.AlarmState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;

/** News of alarms in sentences. */
final class NewsWords {
    private static final int NAMES = 3;
    private static final int REASON = 120;

    private NewsWords() {}

    /** "prod1: CPU is in ALARM since 14:05. 2 of 2 at or above 80 %: 91.2, 90.4", or that it rang and stopped. */
    static String one(News news, Instant now, ZoneId zone) {
        return "%s: %s".formatted(news.row().suffix(), what(news, now, zone));
    }

    private static String what(News news, Instant now, ZoneId zone) {
        AlarmRing ring = news.change().ring();
        String begun = TimeText.minute(ring.from(), now, zone);
        String reason = AlarmReason.of(ring.reason(), news.unit());
        String why =
                reason.length() <= REASON ? reason : reason.substring(0, REASON).strip() + "…";
        if (ring.to() == null) {
            return "%s is in ALARM since %s. %s".formatted(news.title(), begun, why);
        }
        return "%s was in ALARM for %s at %s and %s. %s"
                .formatted(
                        news.title(),
                        TimeText.rough(Duration.between(ring.from(), ring.to())),
                        begun,
                        after(news.change().alarm().state()),
                        why);
    }

    private static String after(AlarmState.State state) {
        return switch (state) {
            case OK -> "is OK again";
            case ALARM -> "is on again";
            case INSUFFICIENT_DATA -> "has no data now";
        };
    }

    /** "5 alarms went on in 3 environments: dev, prod1 and stage. 2 are still on." */
    static String many(List<News> news, long on) {
        List<String> names =
                news.stream().map(each -> each.row().suffix()).distinct().toList();
        return "%s went on in %s: %s. %s".formatted(alarms(news.size()), environments(names), names(names), still(on));
    }

    /** The one line for what came in the quiet. */
    static String afterQuiet(int count, boolean more, List<String> environments, int stillOn, int unknown) {
        return "While it was quiet, %s%s went on in %s: %s. %s"
                .formatted(
                        more ? "at least " : "",
                        alarms(count),
                        environments(environments),
                        names(environments),
                        still(stillOn, unknown));
    }

    private static String still(int on, int unknown) {
        if (unknown == 0) {
            return still(on);
        }
        String open = "Of %d it is not known whether %s on.".formatted(unknown, unknown == 1 ? "it is" : "they are");
        return on == 0 ? open : still(on) + " " + open;
    }

    /** What a desktop shows: a title and a sentence. */
    static DesktopMessage message(List<News> news, long on, Instant now, ZoneId zone) {
        if (news.size() > 1) {
            return new DesktopMessage(alarms(news.size()), many(news, on));
        }
        News only = news.getFirst();
        String title = only.change().ring().to() == null ? "%s: %s in ALARM" : "%s: %s was in ALARM";
        return new DesktopMessage(title.formatted(only.row().suffix(), only.title()), what(only, now, zone));
    }

    private static String alarms(int count) {
        return count == 1 ? "1 alarm" : count + " alarms";
    }

    private static String environments(List<String> names) {
        return names.size() == 1 ? "1 environment" : names.size() + " environments";
    }

    private static String still(long on) {
        return on == 0 ? "None is on now." : on == 1 ? "1 is still on." : on + " are still on.";
    }

    private static String names(List<String> all) {
        if (all.size() == 1) {
            return all.getFirst();
        }
        boolean few = all.size() <= NAMES;
        List<String> first = all.subList(0, few ? all.size() - 1 : NAMES - 1);
        String last = few ? all.getLast() : (all.size() - first.size()) + " more";
        return String.join(", ", first) + " and " + last;
    }
}
