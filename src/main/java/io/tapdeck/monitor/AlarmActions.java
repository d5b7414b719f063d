package io.tapdeck.monitor;

import java.util.List;
import java.util.stream.Stream;

/**
 * What an alarm does when it changes its state.
 *
 * @param enabled whether it does so at all
 * @param onAlarm ARNs of what it tells when it enters ALARM
 * @param onOk ARNs of what it tells when it enters OK
 * @param onInsufficientData ARNs of what it tells when it enters INSUFFICIENT_DATA
 */
public record AlarmActions(boolean enabled, List<String> onAlarm, List<String> onOk, List<String> onInsufficientData) {
    /** An alarm that tells nobody. */
    public static final AlarmActions NONE = new AlarmActions(true, List.of(), List.of(), List.of());

    public AlarmActions {
        onAlarm = List.copyOf(onAlarm);
        onOk = List.copyOf(onOk);
        onInsufficientData = List.copyOf(onInsufficientData);
    }

    /** The ARNs of the SNS topics among all of them, each once. */
    public List<String> topics() {
        return Stream.of(onAlarm, onOk, onInsufficientData)
                .flatMap(List::stream)
                .filter(arn -> arn.matches("arn:[\\w-]+:sns:.*"))
                .distinct()
                .toList();
    }
}
