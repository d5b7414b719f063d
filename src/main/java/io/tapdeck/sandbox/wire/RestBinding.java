package io.tapdeck.sandbox.wire;

import java.lang.reflect.Field;
import java.util.HashMap;
import java.util.Map;
import software.amazon.awssdk.protocols.core.OperationInfo;

/**
 * Where a REST operation is called.
 *
 * @param method such as {@code GET}
 * @param path such as {@code /assignment/roles}; a label stands in braces
 * @param literals what must stand in the query, with its value
 */
record RestBinding(String method, String path, Map<String, String> literals) {

    /** The binding of the operation that has this request, as the SDK's marshaller has it. */
    static RestBinding of(Class<?> request) {
        OperationInfo info = info(request);
        int question = info.requestUri().indexOf('?');
        return new RestBinding(
                info.httpMethod().name(),
                question < 0 ? info.requestUri() : info.requestUri().substring(0, question),
                question < 0 ? Map.of() : query(info.requestUri().substring(question + 1)));
    }

    private static OperationInfo info(Class<?> request) {
        try {
            Field binding = Class.forName(request.getName().replace(".model.", ".transform.") + "Marshaller")
                    .getDeclaredField("SDK_OPERATION_BINDING");
            binding.setAccessible(true);
            return (OperationInfo) binding.get(null);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The SDK no longer keeps its bindings where they were.", e);
        }
    }

    /** Whether a query has all that must stand in it. */
    boolean literalsFit(Map<String, String> query) {
        return literals.entrySet().stream()
                .allMatch(literal -> literal.getValue().equals(query.get(literal.getKey())));
    }

    /**
     * The names and values of a query, decoded; a name without a value has an empty one, the first of several counts.
     */
    static Map<String, String> query(String query) {
        Map<String, String> values = new HashMap<>();
        QueryForm.pairs(query, values::putIfAbsent);
        return values;
    }
}
