package io.tapdeck.sandbox.wire;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.RequiredTrait;

/**
 * Which operation of S3 a request calls: by its method, by whether its path ends at the account, a bucket or an object,
 * and by the queries and headers that the operation needs. Of those that fit, the one that needs most is meant:
 * {@code PUT} with a part's number is UploadPart, and PutObject without.
 */
final class RestRoutes {
    private final List<Route> routes;

    RestRoutes(Collection<Operation> operations) {
        routes = operations.stream()
                .map(operation -> new Route(operation, RestBinding.of(operation.request())))
                .toList();
    }

    /**
     * The operation of a request.
     *
     * @param depth 0 for the account, 1 for a bucket, 2 for an object
     * @param query decoded, by name
     */
    Optional<Operation> find(WireRequest request, int depth, Map<String, String> query) {
        // By what the marshallers say first: the members of a hundred requests are two thousand classes.
        return routes.stream()
                .filter(route -> route.mayFit(request, depth, query))
                .map(Candidate::of)
                .filter(candidate -> candidate.fits(request, depth, query))
                .min(Comparator.comparingInt(Candidate::needs)
                        .reversed()
                        .thenComparing(candidate -> candidate.route.operation.name()))
                .map(candidate -> candidate.route.operation);
    }

    private record Route(Operation operation, RestBinding binding) {
        private static final int OBJECT = 2;

        /** Its path does not tell an account from a bucket. */
        boolean mayFit(WireRequest request, int depth, Map<String, String> query) {
            return binding.method().equals(request.method())
                    && binding.path().contains("{Key+}") == (depth == OBJECT)
                    && binding.literalsFit(query);
        }
    }

    /**
     * A route and the members of its request.
     *
     * @param required members that must be sent in the query or as headers
     */
    private record Candidate(Route route, int depth, List<SdkField<?>> required) {

        static Candidate of(Route route) {
            SdkPojo request = route.operation.requestBuilder();
            List<SdkField<?>> required = request.sdkFields().stream()
                    .filter(field -> field.containsTrait(RequiredTrait.class) && isBesideTheBody(field))
                    .toList();
            return new Candidate(route, depth(request), required);
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

        int needs() {
            return route.binding.literals().size() + required.size();
        }

        boolean fits(WireRequest request, int depth, Map<String, String> query) {
            return this.depth == depth && required.stream().allMatch(field -> isSent(field, request, query));
        }

        private static boolean isSent(SdkField<?> field, WireRequest request, Map<String, String> query) {
            return field.location() == MarshallLocation.QUERY_PARAM
                    ? query.containsKey(field.locationName())
                    : request.header(field.locationName().toLowerCase(Locale.ROOT)) != null;
        }
    }
}
