package io.tapdeck.environment;

import java.util.List;
import java.util.Map;

/**
 * A set of values that fills a new draft; never applied to a running environment.
 *
 * @param id such as {@code secure}
 * @param title the words on screen
 * @param summary one sentence: whom it is for
 * @param settings values by setting key; settings not named keep their default
 * @param alarms rules that replace the descriptions' defaults
 */
public record Preset(String id, String title, String summary, Map<String, String> settings, List<AlarmRule> alarms) {
    public Preset {
        settings = Map.copyOf(settings);
        alarms = List.copyOf(alarms);
    }
}
