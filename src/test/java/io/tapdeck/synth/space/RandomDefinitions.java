package io.tapdeck.synth.space;

import io.tapdeck.environment.AlarmDescription;
import io.tapdeck.environment.AlarmDraft;
import io.tapdeck.environment.Blueprint;
import io.tapdeck.environment.Cidr;
import io.tapdeck.environment.Draft;
import io.tapdeck.environment.EnvironmentDefinition;
import io.tapdeck.environment.Preset;
import io.tapdeck.environment.Setting;
import io.tapdeck.environment.Validation;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Valid definitions from the whole space of a blueprint; the same ones for the same seed. */
final class RandomDefinitions {
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz";
    private static final List<String> SOME_NAMES = List.of("", "eu-west-1", "ap-southeast-2", "orders", "Orders_2026");

    private final Blueprint blueprint;
    private final Random random;

    RandomDefinitions(Blueprint blueprint, long seed) {
        this.blueprint = blueprint;
        random = new Random(seed);
    }

    /** A definition that starts from {@code preset}. A change that would make it invalid is left out. */
    EnvironmentDefinition next(Preset preset) {
        Draft draft = Draft.of(blueprint, preset).withSuffix(suffix());
        draft = ifValid(draft, withNetworks(draft));
        for (Setting setting : blueprint.settings()) {
            if (!(setting instanceof Setting.Network)) {
                draft = ifValid(draft, draft.withSetting(setting.key(), value(setting)));
            }
        }
        for (AlarmDescription alarm : blueprint.alarms()) {
            draft = ifValid(draft, draft.withAlarm(change(alarm, draft)));
        }
        if (random.nextBoolean()) {
            draft = ifValid(draft, draft.withRecipients(List.of("ops@acme.example", "dba@acme.example")));
        }
        return valid(draft);
    }

    /** The same failure with less that is special in it. */
    EnvironmentDefinition shrink(EnvironmentDefinition failing, Predicate<EnvironmentDefinition> fails) {
        Draft plain = Draft.of(blueprint, blueprint.preset(failing.preset()).orElseThrow());
        Draft smallest = failing.toDraft();
        for (Setting setting : blueprint.settings()) {
            Draft candidate = smallest.withSetting(
                    setting.key(), plain.settings().getOrDefault(setting.key(), setting.defaultValue()));
            smallest = failsStill(smallest, candidate, fails);
        }
        for (AlarmDraft alarm : plain.alarms()) {
            smallest = failsStill(smallest, smallest.withAlarm(alarm), fails);
        }
        return valid(failsStill(smallest, smallest.withSuffix("dev"), fails));
    }

    private Draft failsStill(Draft known, Draft candidate, Predicate<EnvironmentDefinition> fails) {
        return !candidate.equals(known)
                        && Validation.of(blueprint, candidate) instanceof Validation.Valid(EnvironmentDefinition valid)
                        && fails.test(valid)
                ? candidate
                : known;
    }

    private Draft ifValid(Draft before, Draft after) {
        return Validation.of(blueprint, after) instanceof Validation.Valid ? after : before;
    }

    private EnvironmentDefinition valid(Draft draft) {
        if (Validation.of(blueprint, draft) instanceof Validation.Valid(EnvironmentDefinition definition)) {
            return definition;
        }
        throw new AssertionError("not valid: " + draft);
    }

    /** From one letter to all that fits. */
    private String suffix() {
        int limit = blueprint.suffixLimit();
        int length = switch (random.nextInt(3)) {
            case 0 -> 1;
            case 1 -> limit;
            default -> 1 + random.nextInt(limit);
        };
        StringBuilder suffix = new StringBuilder();
        while (suffix.length() < length) {
            boolean hyphen = random.nextInt(5) == 0
                    && !suffix.isEmpty()
                    && suffix.length() < length - 1
                    && suffix.charAt(suffix.length() - 1) != '-';
            boolean digit = random.nextInt(4) == 0 && !suffix.isEmpty();
            suffix.append(hyphen ? '-' : digit ? (char) ('0' + random.nextInt(10)) : letter());
        }
        return suffix.toString();
    }

    private char letter() {
        return LETTERS.charAt(random.nextInt(LETTERS.length()));
    }

    private String value(Setting setting) {
        return switch (setting) {
            case Setting.Quantity quantity -> number(quantity.minimum(), quantity.maximum(), quantity.step());
            case Setting.Choice choice ->
                choice.options().get(random.nextInt(choice.options().size())).value();
            case Setting.Toggle _ -> Boolean.toString(random.nextBoolean());
            case Setting.Name name -> SOME_NAMES.get(random.nextInt(SOME_NAMES.size()));
            case Setting.Network network -> throw new IllegalArgumentException("drawn with the others: " + network);
        };
    }

    /** Both ends of a range more often than what is between them. */
    private String number(BigDecimal minimum, BigDecimal maximum, BigDecimal step) {
        return switch (random.nextInt(3)) {
            case 0 -> minimum.toPlainString();
            case 1 -> maximum.toPlainString();
            default -> {
                int steps =
                        maximum.subtract(minimum).divideToIntegralValue(step).intValue();
                yield minimum.add(step.multiply(BigDecimal.valueOf(random.nextInt(steps + 1))))
                        .toPlainString();
            }
        };
    }

    /** All at once: subnets lie in the VPC, so that one of them alone is hardly ever valid. */
    private Draft withNetworks(Draft draft) {
        Draft drawn = draft;
        Cidr around = Cidr.parse("10.0.0.0/8");
        for (Setting.Network network : vpcFirst()) {
            if (network.whenEmpty() == null) {
                around = part(around, network);
                drawn = drawn.withSetting(network.key(), around.toString());
            } else {
                String subnet =
                        random.nextBoolean() ? "" : part(around, network).toString();
                drawn = drawn.withSetting(network.key(), subnet);
            }
        }
        return drawn;
    }

    /** The VPC is the network that must be there. */
    private List<Setting.Network> vpcFirst() {
        return blueprint.settings().stream()
                .filter(Setting.Network.class::isInstance)
                .map(Setting.Network.class::cast)
                .sorted(Comparator.comparing(network -> network.whenEmpty() != null))
                .toList();
    }

    private Cidr part(Cidr around, Setting.Network network) {
        int shortest = Math.max(network.shortestPrefix(), around.prefix() + 1);
        int prefix = shortest + random.nextInt(network.longestPrefix() - shortest + 1);
        return around.part(prefix, random.nextInt(1 << (prefix - around.prefix())));
    }

    private AlarmDraft change(AlarmDescription alarm, Draft draft) {
        AlarmDraft rule = draft.alarms().stream()
                .filter(candidate -> candidate.id().equals(alarm.id()))
                .findFirst()
                .orElseThrow();
        int periods = 1 + random.nextInt(5);
        return rule.with("enabled", Boolean.toString(random.nextInt(4) > 0))
                .with("threshold", number(alarm.minimum(), alarm.maximum(), alarm.step()))
                .with("evaluationPeriods", Integer.toString(periods))
                .with("datapointsToAlarm", Integer.toString(1 + random.nextInt(periods)))
                .with("period", random.nextBoolean() ? "60" : "3600");
    }
}
