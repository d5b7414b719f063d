package io.tapdeck.desk.home;

import io.tapdeck.desk.common.DeskServices;
import io.tapdeck.desk.kit.TestDesk;
import io.tapdeck.monitor.AlarmState.State;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Five hundred environments over three accounts and two regions: six sources, most of it steady, some in trouble. */
final class Fleet {
    static final int SIZE = 500;

    private static final List<String> ACCOUNTS = List.of("482109375512", "111122223333", "777788889999");
    private static final List<String> NAMES = List.of("acme-prod", "acme-dev", "acme-stage");
    private static final List<String> REGIONS = List.of("us-east-1", "eu-west-1");

    private final List<TestDesk> places = new ArrayList<>();

    Fleet() {
        for (int account = 0; account < ACCOUNTS.size(); account++) {
            for (String region : REGIONS) {
                places.add(new TestDesk().asAccount(NAMES.get(account), ACCOUNTS.get(account), region));
            }
        }
        for (int number = 0; number < SIZE; number++) {
            place(number).environment(suffix(number), status(number), Duration.ofHours(1 + number));
        }
        measure(0);
    }

    /** The engines of the first place, whose clock and store the page has. */
    TestDesk first() {
        return places.getFirst();
    }

    List<Source> sources() {
        return places.stream()
                .map(TestDesk::services)
                .map(services ->
                        new Source(services.session(), services.clock(), services.deployments(), services.monitor()))
                .toList();
    }

    DeskServices services() {
        return first().services();
    }

    /** Measures everything anew, as the minute after does: every line has another end. */
    void measure(int minute) {
        for (int number = 0; number < SIZE; number++) {
            place(number)
                    .measure(
                            suffix(number),
                            0.5 + (number + minute) % 16,
                            State.OK,
                            number % 25 == 0 ? State.ALARM : State.OK,
                            State.OK,
                            number % 40 == 3 ? State.INSUFFICIENT_DATA : State.OK);
        }
    }

    private TestDesk place(int number) {
        return places.get(number % places.size());
    }

    private static String suffix(int number) {
        return "team%03d".formatted(number);
    }

    private static String status(int number) {
        return switch (number % 50) {
            case 7 -> "UPDATE_ROLLBACK_FAILED";
            case 19 -> "UPDATE_IN_PROGRESS";
            case 31 -> "UPDATE_ROLLBACK_COMPLETE";
            default -> "UPDATE_COMPLETE";
        };
    }
}
