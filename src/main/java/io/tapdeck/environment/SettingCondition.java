package io.tapdeck.environment;

import java.util.Map;

/**
 * What must be chosen for something to exist.
 *
 * @param key of the setting
 * @param value its value, canonical
 * @param words what to do where it is not, such as "Switch request metrics on."
 */
public record SettingCondition(String key, String value, String words) {

    /** Whether {@code settings}, values by key, fulfil it. */
    public boolean holds(Map<String, String> settings) {
        return value.equals(settings.get(key));
    }
}
