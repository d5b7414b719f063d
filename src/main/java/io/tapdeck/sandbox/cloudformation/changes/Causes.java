package io.tapdeck.sandbox.cloudformation.changes;

import com.fasterxml.jackson.databind.JsonNode;
import io.tapdeck.sandbox.cloudformation.template.BoundTemplate;
import io.tapdeck.sandbox.cloudformation.template.ParameterValues;
import io.tapdeck.sandbox.cloudformation.template.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import software.amazon.awssdk.services.cloudformation.model.ChangeSource;
import software.amazon.awssdk.services.cloudformation.model.EvaluationType;

/** Why a property changes: through a parameter, through another resource, or because the template says so. */
final class Causes {

    /**
     * One cause.
     *
     * @param entity the parameter or resource behind it
     */
    record Cause(ChangeSource source, EvaluationType evaluation, Optional<String> entity) {}

    static final Cause DIRECT = new Cause(ChangeSource.DIRECT_MODIFICATION, EvaluationType.STATIC, Optional.empty());
    static final Cause DIRECT_DYNAMIC =
            new Cause(ChangeSource.DIRECT_MODIFICATION, EvaluationType.DYNAMIC, Optional.empty());

    private final Situation situation;
    private final Set<String> replaced;
    private final Set<String> modified;

    /**
     * Causes.
     *
     * @param replaced resources known to be replaced
     * @param modified resources known to be changed in place; empty where values are compared, since they then show what
     *     is deployed
     */
    Causes(Situation situation, Set<String> replaced, Set<String> modified) {
        this.situation = situation;
        this.replaced = replaced;
        this.modified = modified;
    }

    List<Cause> throughParameters(JsonNode expression) {
        List<Cause> causes = new ArrayList<>();
        for (Reference reference : references(expression)) {
            if (reference.attribute().isEmpty() && parameterChanges(reference.name())) {
                causes.add(new Cause(
                        ChangeSource.PARAMETER_REFERENCE, EvaluationType.STATIC, Optional.of(reference.name())));
            }
        }
        return causes;
    }

    List<Cause> throughResources(JsonNode expression) {
        List<Cause> causes = new ArrayList<>();
        for (Reference reference : references(expression)) {
            boolean attribute = reference.attribute().isPresent();
            ChangeSource source = attribute ? ChangeSource.RESOURCE_ATTRIBUTE : ChangeSource.RESOURCE_REFERENCE;
            Optional<String> entity = Optional.of(reference.toString());
            if (replaced.contains(reference.name())) {
                causes.add(new Cause(source, EvaluationType.STATIC, entity));
            } else if (attribute && modified.contains(reference.name())) {
                causes.add(new Cause(source, EvaluationType.DYNAMIC, entity));
            }
        }
        return causes;
    }

    private Set<Reference> references(JsonNode expression) {
        return Reference.in(expression, situation.after()::condition);
    }

    /** A default against a default is an edit of the template, not of the parameter. */
    private boolean parameterChanges(String name) {
        ParameterValues.Value after = situation.after().parameters().values().get(name);
        if (after == null) {
            return false;
        }
        ParameterValues.Value before = situation
                .before()
                .map(BoundTemplate::parameters)
                .map(values -> values.values().get(name))
                .orElse(null);
        return before == null || (!before.raw().equals(after.raw()) && !(before.fromDefault() && after.fromDefault()));
    }
}
