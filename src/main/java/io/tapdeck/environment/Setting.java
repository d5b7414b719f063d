package io.tapdeck.environment;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One value that an administrator may choose for an environment. Values travel as text (wizard fields, {@code --set
 * KEY=VALUE}, definition files); {@link #problem} says what is wrong with a text, {@link #normalize} gives its one
 * canonical spelling.
 */
public sealed interface Setting {

    /** Stable, camel case: the name in definition files and behind {@code --set}. */
    String key();

    /** The words beside the field. */
    String label();

    /** One sentence: what it is for, its range, and the AWS document that sets the range. */
    String help();

    /** What changing it does to a running environment. */
    Mutability mutability();

    /** The value of a new draft before a preset is applied; always valid. */
    String defaultValue();

    /**
     * Checks one text.
     *
     * @return what is wrong, or null if {@code text} is a valid value
     */
    @Nullable
    Problem problem(String text);

    /**
     * The canonical spelling of a valid text: trimmed, numbers without needless zeros.
     *
     * @throws IllegalArgumentException if {@link #problem} finds one
     */
    default String normalize(String text) {
        Problem problem = problem(text);
        if (problem != null) {
            throw new IllegalArgumentException(key() + ": " + problem.message());
        }
        return text.strip();
    }

    /** A value in words, such as "5 days", "on", the label of an option, or what no value means. */
    default String words(String value) {
        return switch (this) {
            case Quantity quantity -> quantity.amount(value);
            case Toggle _ -> Boolean.parseBoolean(value) ? "on" : "off";
            case Choice choice ->
                choice.options().stream()
                        .filter(option -> option.value().equals(value))
                        .findFirst()
                        .map(Choice.Option::label)
                        .orElse(value);
            case Name name -> value.isEmpty() && name.whenEmpty() != null ? name.whenEmpty() : value;
            case Network network -> value.isEmpty() && network.whenEmpty() != null ? network.whenEmpty() : value;
        };
    }

    /**
     * A number from {@code minimum} to {@code maximum} in steps.
     *
     * @param unit such as "ACU" or "days"; empty if it has none
     */
    record Quantity(
            String key,
            String label,
            String help,
            Mutability mutability,
            String defaultValue,
            BigDecimal minimum,
            BigDecimal maximum,
            BigDecimal step,
            String unit)
            implements Setting {

        @Override
        public @Nullable Problem problem(String text) {
            return Numbers.problem(key, label, text, minimum, maximum, step, unit);
        }

        @Override
        public String normalize(String text) {
            Setting.super.normalize(text);
            return Numbers.canonical(new BigDecimal(text.strip()));
        }

        /** A number as it was written, with the unit: "5 days", "1 day", "20". */
        public String amount(String number) {
            if (unit.isEmpty()) {
                return number;
            }
            boolean one = number.equals("1") && unit.length() > 1 && unit.endsWith("s");
            return number + " " + (one ? unit.substring(0, unit.length() - 1) : unit);
        }
    }

    /** One of a few values. */
    record Choice(
            String key, String label, String help, Mutability mutability, String defaultValue, List<Option> options)
            implements Setting {

        public Choice {
            options = List.copyOf(options);
        }

        /**
         * A value and its words.
         *
         * @param value the value in a definition
         * @param label the words on screen
         * @param remark a few words beside them; may be empty
         * @param consequences what follows from it; shown where the section has {@link SettingSection.Form#CARDS}
         */
        public record Option(String value, String label, String remark, List<Consequence> consequences) {
            public Option {
                consequences = List.copyOf(consequences);
            }

            /** An option that says all there is to say by its label. */
            public Option(String value, String label) {
                this(value, label, "", List.of());
            }
        }

        @Override
        public @Nullable Problem problem(String text) {
            String value = text.strip();
            if (options.stream().anyMatch(option -> option.value().equals(value))) {
                return null;
            }
            String offered =
                    String.join(", ", options.stream().map(Option::value).toList());
            return new Problem(key, "“%s” is not offered. Choose one of %s.".formatted(value, offered));
        }
    }

    /** On or off: {@code true} or {@code false}. */
    record Toggle(String key, String label, String help, Mutability mutability, String defaultValue)
            implements Setting {

        @Override
        public @Nullable Problem problem(String text) {
            return switch (text.strip()) {
                case "true", "false" -> null;
                default -> new Problem(key, "“%s” is neither true nor false.".formatted(text.strip()));
            };
        }
    }

    /**
     * A name that AWS restricts.
     *
     * @param rule the rule, checked after the length
     * @param whenEmpty what no name means, such as "the same region"; null if there must be one
     */
    record Name(
            String key,
            String label,
            String help,
            Mutability mutability,
            String defaultValue,
            int maximumLength,
            NameRule rule,
            @Nullable String whenEmpty)
            implements Setting {

        /** What is wrong with a name, in words, or null. */
        @FunctionalInterface
        public interface NameRule {
            @Nullable
            String complaint(String name);
        }

        @Override
        public @Nullable Problem problem(String text) {
            String name = text.strip();
            if (name.isEmpty()) {
                return whenEmpty != null
                        ? null
                        : new Problem(key, "Give a %s.".formatted(label.toLowerCase(java.util.Locale.ROOT)));
            }
            if (name.length() > maximumLength) {
                return new Problem(
                        key, "%d characters, AWS allows at most %d.".formatted(name.length(), maximumLength));
            }
            String complaint = rule.complaint(name);
            return complaint == null ? null : new Problem(key, complaint);
        }
    }

    /**
     * An IPv4 network.
     *
     * @param shortestPrefix the largest network allowed, such as 16
     * @param longestPrefix the smallest network allowed, such as 23
     * @param whenEmpty what no network means, such as "the first /24 of the VPC"; null if there must be one
     */
    record Network(
            String key,
            String label,
            String help,
            Mutability mutability,
            String defaultValue,
            int shortestPrefix,
            int longestPrefix,
            @Nullable String whenEmpty)
            implements Setting {

        @Override
        public @Nullable Problem problem(String text) {
            return whenEmpty != null && text.isBlank() ? null : Cidr.problem(key, text, shortestPrefix, longestPrefix);
        }

        @Override
        public String normalize(String text) {
            String network = Setting.super.normalize(text);
            return network.isEmpty() ? network : Cidr.parse(network).toString();
        }
    }
}
