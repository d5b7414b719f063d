package io.tapdeck.environment;

import java.util.List;

/**
 * Settings that stand together in the wizard.
 *
 * @param id stable, such as {@code network}
 * @param title the words above them
 * @param remark a few words beside the title; may be empty
 * @param form how they are chosen
 * @param settings in their order; {@link Form#RANGE} has two quantities, {@link Form#CARDS} one choice
 */
public record SettingSection(String id, String title, String remark, Form form, List<Setting> settings) {

    /** How the settings of a section are chosen. */
    public enum Form {
        /** A field each, side by side. */
        FIELDS,
        /** A minimum and a maximum on one slider. */
        RANGE,
        /** A card for each option, with its consequences. */
        CARDS,
        /** A switch each. */
        SWITCHES
    }

    public SettingSection {
        settings = List.copyOf(settings);
        boolean fits = switch (form) {
            case FIELDS -> true;
            case RANGE -> settings.size() == 2 && settings.stream().allMatch(Setting.Quantity.class::isInstance);
            case CARDS -> settings.size() == 1 && settings.getFirst() instanceof Setting.Choice;
            case SWITCHES -> settings.stream().allMatch(Setting.Toggle.class::isInstance);
        };
        if (!fits) {
            throw new IllegalArgumentException("section " + id + " has settings that are not for " + form);
        }
    }
}
