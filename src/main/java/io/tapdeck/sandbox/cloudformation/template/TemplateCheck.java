package io.tapdeck.sandbox.cloudformation.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Refuses functions that are misused and names that nothing defines, before any value is known. */
final class TemplateCheck {

    static final String SELECT = "Fn::Select requires a list argument with two elements: an integer index and a list";
    static final String JOIN = "every Fn::Join object requires two parameters, (1) a string delimiter and (2) a list of"
            + " strings to be joined or a function that returns a list of strings (such as Fn::GetAZs) to be joined.";
    private static final String GET_ATT =
            "every Fn::GetAtt object requires two non-empty parameters, the resource name and the resource attribute";
    private static final Set<String> SERVED = Set.of(
            "Ref",
            "Fn::Base64",
            "Fn::GetAtt",
            "Fn::GetAZs",
            "Fn::ImportValue",
            "Fn::Join",
            "Fn::Split",
            "Fn::FindInMap",
            "Fn::Select",
            "Fn::If",
            "Fn::Sub",
            "Fn::Cidr");

    private final Template template;

    private TemplateCheck(Template template) {
        this.template = template;
    }

    static void check(Template template) {
        TemplateCheck check = new TemplateCheck(template);
        template.resources().values().forEach(check::resource);
        template.outputs().values().forEach(check::functions);
        check.names();
    }

    static String unsupported(String function) {
        return "Encountered unsupported function: " + function + " Supported functions are: [Fn::Base64, Fn::GetAtt,"
                + " Fn::GetAZs, Fn::ImportValue, Fn::Join, Fn::Split, Fn::FindInMap, Fn::Select, Ref, Fn::Equals,"
                + " Fn::If, Fn::Not, Condition, Fn::And, Fn::Or, Fn::Contains, Fn::EachMemberEquals,"
                + " Fn::EachMemberIn, Fn::ValueOf, Fn::ValueOfAll, Fn::RefAll, Fn::Sub, Fn::Cidr]";
    }

    private void resource(ResourceDefinition resource) {
        resource.condition().ifPresent(name -> {
            if (!template.conditions().containsKey(name)) {
                throw Refusals.templateFormat(
                        "Unresolved condition dependency: " + name + " in the Resources block of the template");
            }
        });
        functions(resource.properties());
    }

    private void functions(JsonNode node) {
        Optional<Map.Entry<String, JsonNode>> function = Intrinsics.function(node);
        function.ifPresent(call -> arguments(call.getKey(), call.getValue()));
        if (function.isEmpty() && node.isObject()) {
            node.fieldNames().forEachRemaining(name -> {
                if (name.startsWith("Fn::")) {
                    throw Refusals.template(unsupported(name));
                }
            });
        }
        node.forEach(this::functions);
    }

    private void arguments(String function, JsonNode argument) {
        if (!SERVED.contains(function)) {
            throw Refusals.template(unsupported(function));
        }
        boolean list = argument.isArray();
        switch (function) {
            case "Ref" -> require(argument.isTextual(), "'Ref' expression must have a string argument");
            case "Fn::GetAtt" -> require(isGetAtt(argument), GET_ATT);
            case "Fn::Join" ->
                require(list && argument.size() == 2 && argument.path(0).isTextual(), JOIN);
            case "Fn::Select" -> require(list && argument.size() == 2, SELECT);
            case "Fn::Split" ->
                require(
                        list && argument.size() == 2 && argument.path(0).isTextual(),
                        "every Fn::Split object requires two parameters, (1) a string delimiter and (2) a string"
                                + " to be split or a function that returns a string to be split.");
            case "Fn::FindInMap" ->
                require(
                        list && argument.size() == 3,
                        "every Fn::FindInMap object requires three parameters, the map name, map key and the"
                                + " attribute for return value");
            case "Fn::Sub" ->
                require(
                        argument.isTextual()
                                || (list
                                        && argument.size() == 2
                                        && argument.path(1).isObject()),
                        "One or more Fn::Sub intrinsic functions don't specify expected arguments. Specify a string as"
                                + " first argument, and an optional second argument to specify a mapping of values to"
                                + " replace in the string");
            case "Fn::If" -> {
                require(list && argument.size() == 3, "Fn::If requires a list argument with three elements");
                String condition = argument.path(0).asText();
                require(
                        template.conditions().containsKey(condition),
                        "unresolved condition dependency " + condition + " in Fn::If");
            }
            default -> {
                // The others take any value.
            }
        }
    }

    private static boolean isGetAtt(JsonNode argument) {
        if (argument.isTextual()) {
            return argument.asText().matches("[^.]+\\..+");
        }
        return argument.isArray()
                && argument.size() == 2
                && argument.get(0).isTextual()
                && !argument.get(0).asText().isEmpty()
                && (argument.get(1).isObject() || !argument.get(1).asText().isEmpty());
    }

    private void names() {
        Set<String> unresolved = new LinkedHashSet<>();
        for (ResourceDefinition resource : template.resources().values()) {
            unresolved.addAll(unresolved(resource.properties()));
            resource.dependsOn().stream()
                    .filter(name -> !template.resources().containsKey(name))
                    .forEach(unresolved::add);
        }
        refuse(unresolved, "Resources");
        Set<String> inOutputs = new LinkedHashSet<>();
        template.outputs().values().forEach(output -> inOutputs.addAll(unresolved(output)));
        refuse(inOutputs, "Outputs");
        Set<String> inConditions = new LinkedHashSet<>();
        for (JsonNode condition : template.conditions().values()) {
            Reference.in(condition, branch -> true).stream()
                    .map(Reference::name)
                    .filter(name -> !template.parameters().containsKey(name) && !Pseudo.isPseudo(name))
                    .forEach(inConditions::add);
        }
        if (!inConditions.isEmpty()) {
            throw Refusals.templateFormat("Unresolved dependencies " + inConditions
                    + ". Cannot reference resources in the Conditions block of the template");
        }
    }

    private List<String> unresolved(JsonNode expression) {
        List<String> names = new ArrayList<>();
        // Both branches of Fn::If must name what exists.
        Set<Reference> references = new LinkedHashSet<>(Reference.in(expression, branch -> true));
        references.addAll(Reference.in(expression, branch -> false));
        for (Reference reference : references) {
            String name = reference.name();
            if (template.resources().containsKey(name)) {
                continue;
            }
            if (reference.attribute().isPresent()) {
                throw Refusals.template("instance of Fn::GetAtt references undefined resource " + name);
            }
            if (!template.parameters().containsKey(name) && !Pseudo.isPseudo(name)) {
                names.add(name);
            }
        }
        return names;
    }

    private static void refuse(Set<String> names, String block) {
        if (!names.isEmpty()) {
            throw Refusals.templateFormat(
                    "Unresolved resource dependencies " + names + " in the " + block + " block of the template");
        }
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw Refusals.template(otherwise);
        }
    }
}
