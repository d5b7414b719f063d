package io.tapdeck.sandbox.wire;

import java.lang.reflect.Field;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.RequiredTrait;
import software.amazon.awssdk.protocols.core.OperationInfo;

/**
 * Which operation of S3 a request calls: by its method, by whether its path ends at the account, a bucket or an object,
 * and by the queries and headers that the operation needs. Of those that fit, the one that needs most is meant:
 * {@code PUT} with a part's number is UploadPart, and PutObject without.
 */
final class RestRoutes {
    private final List<Route> routes;

    RestRoutes(Collection<Operation> operations) {
        routes = operations.stream()
                .map(Route::of)
                .sorted(Comparator.comparingInt(Route::needs)
                        .reversed()
                        .thenComparing(route -> route.operation().name()))
                .toList();
    }

    /**
     * The operation of a request.
     *
     * @param depth 0 for the account, 1 for a bucket, 2 for an object
     * @param query decoded, by name
     */
    Optional<Operation> find(WireRequest request, int depth, Map<String, String> query) {
        return routes.stream()
                .filter(route -> route.fits(request, depth, query))
                .map(Route::operation)
                .findFirst();
    }

    /** The names and values of a query, decoded; a name without a value has an empty one. */
    static Map<String, String> query(String query) {
        Map<String, String> values = new HashMap<>();
        QueryForm.pairs(query, values::putIfAbsent);
        return values;
    }

    /**
     * How an operation is called.
     *
     * @param literals what must stand in the query, with its value
     * @param required members that must be sent in the query or as headers
     */
    private record Route(
            Operation operation, String method, int depth, Map<String, String> literals, List<SdkField<?>> required) {

        static Route of(Operation operation) {
            SdkPojo request = operation.requestBuilder();
            OperationInfo info = binding(request.getClass().getEnclosingClass());
            int question = info.requestUri().indexOf('?');
            Map<String, String> literals =
                    question < 0 ? Map.of() : query(info.requestUri().substring(question + 1));
            List<SdkField<?>> required = request.sdkFields().stream()
                    .filter(field -> field.containsTrait(RequiredTrait.class) && isBesideTheBody(field))
                    .toList();
            return new Route(operation, info.httpMethod().name(), depth(request), literals, required);
        }

        private static boolean isBesideTheBody(SdkField<?> field) {
            return field.location() == MarshallLocation.QUERY_PARAM || field.location() == MarshallLocation.HEADER;
        }

        private static int depth(SdkPojo request) {
            return (int) request.sdkFields().stream()
                    .map(SdkField::location)
                    .filter(location -> location == MarshallLocation.PATH || location == MarshallLocation.GREEDY_PATH)
                    .count();
        }

        /** Where the SDK's marshaller keeps how it spells a request. */
        private static OperationInfo binding(Class<?> request) {
            try {
                Field binding = Class.forName(request.getName().replace(".model.", ".transform.") + "Marshaller")
                        .getDeclaredField("SDK_OPERATION_BINDING");
                binding.setAccessible(true);
                return (OperationInfo) binding.get(null);
            } catch (ReflectiveOperationException e) {
                throw new LinkageError("The SDK no longer keeps its bindings where they were.", e);
            }
        }

        int needs() {
            return literals.size() + required.size();
        }

        boolean fits(WireRequest request, int depth, Map<String, String> query) {
            return method.equals(request.method())
                    && this.depth == depth
                    && literals.entrySet().stream()
                            .allMatch(literal -> literal.getValue().equals(query.get(literal.getKey())))
                    && required.stream().allMatch(field -> isSent(field, request, query));
        }

        private static boolean isSent(SdkField<?> field, WireRequest request, Map<String, String> query) {
            return field.location() == MarshallLocation.QUERY_PARAM
                    ? query.containsKey(field.locationName())
                    : request.header(field.locationName().toLowerCase(Locale.ROOT)) != null;
        }
    }
}
