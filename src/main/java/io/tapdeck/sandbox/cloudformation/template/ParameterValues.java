package io.tapdeck.sandbox.cloudformation.template;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * The values of a template's parameters.
 *
 * @param values by name, in the order of the template
 */
public record ParameterValues(Map<String, Value> values) {

    /** Nothing. */
    public static final ParameterValues NONE = new ParameterValues(Map.of());

    /**
     * A value.
     *
     * @param raw what was given, or the default; for an SSM-typed parameter the name of the SSM parameter
     * @param fromDefault whether nothing was given
     * @param resolved what {@code Ref} gives; differs from {@code raw} for an SSM-typed parameter
     */
    public record Value(String raw, boolean fromDefault, String resolved) {}

    /**
     * What a request gives for a parameter.
     *
     * @param name of the parameter
     * @param value absent when the previous value is to be used
     */
    public record Given(String name, Optional<String> value) {}

    /**
     * Values for the parameters of a template.
     *
     * @param template declares the parameters
     * @param given by the request
     * @param previous of the deployed stack
     * @param ssm looks up an SSM parameter
     * @throws software.amazon.awssdk.services.cloudformation.model.CloudFormationException on a missing, unknown or
     *     forbidden value
     */
    public static ParameterValues of(
            Template template, List<Given> given, ParameterValues previous, Function<String, Optional<String>> ssm) {
        Map<String, Given> byName = new LinkedHashMap<>();
        given.forEach(one -> byName.put(one.name(), one));
        List<String> unknown = byName.keySet().stream()
                .filter(name -> !template.parameters().containsKey(name))
                .toList();
        if (!unknown.isEmpty()) {
            throw Refusals.validation("Parameters: " + unknown + " do not exist in the template");
        }
        List<String> missing = new ArrayList<>();
        Map<String, Value> values = new LinkedHashMap<>();
        template.parameters().forEach((name, definition) -> {
            Given one = byName.get(name);
            Optional<String> raw = one == null
                    ? definition.defaultValue()
                    : one.value()
                            .or(() -> Optional.ofNullable(previous.values().get(name))
                                    .map(Value::raw));
            if (raw.isEmpty()) {
                missing.add(name);
                return;
            }
            boolean fromDefault = one == null;
            values.put(name, new Value(raw.get(), fromDefault, resolve(definition, raw.get(), ssm)));
        });
        if (!missing.isEmpty()) {
            throw Refusals.validation("Parameters: " + missing + " must have values");
        }
        return new ParameterValues(values);
    }

    private static String resolve(ParameterDefinition definition, String raw, Function<String, Optional<String>> ssm) {
        if (!definition.isSsmValue()) {
            definition.check(raw);
            return raw;
        }
        return ssm.apply(raw)
                .orElseThrow(() -> Refusals.validation(
                        "Unable to fetch parameters [" + raw + "] from parameter store for this account."));
    }
}
