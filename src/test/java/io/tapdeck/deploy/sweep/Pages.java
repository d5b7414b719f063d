package io.tapdeck.deploy.sweep;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.SdkResponse;

/** Cuts what AWS lists into pages of a few, where AWS has a hundred; small operations then have several. */
final class Pages {
    private static final int SIZE = 3;
    private static final String TOKEN = "NextToken";
    private static final Set<String> LISTS =
            Set.of("StackEvents", "OperationEvents", "Stacks", "Changes", "Summaries", "StackResourceSummaries");

    private Pages() {}

    /** The whole list's request, whatever page of it is asked for. */
    static SdkRequest whole(SdkRequest request) {
        return field(request, TOKEN)
                .map(token -> (SdkRequest) with(request, request.toBuilder(), token, null))
                .orElse(request);
    }

    /** The page that is asked for. */
    static SdkResponse page(SdkRequest request, SdkResponse whole) {
        return cut(request, whole, 0, list -> list);
    }

    /** The page that is asked for, with a token that leads to it again. */
    static SdkResponse twice(SdkRequest request, SdkResponse whole) {
        return cut(request, whole, SIZE, list -> list);
    }

    /** The page that is asked for, the last item first. */
    static SdkResponse reversed(SdkRequest request, SdkResponse whole) {
        return cut(request, whole, 0, List::reversed);
    }

    private static SdkResponse cut(SdkRequest request, SdkResponse whole, int back, UnaryOperator<List<?>> order) {
        Optional<SdkField<?>> requestToken = field(request, TOKEN);
        Optional<SdkField<?>> list = list(whole);
        if (requestToken.isEmpty() || list.isEmpty()) {
            return whole;
        }
        List<?> all = (List<?>) list.get().getValueOrDefault(whole);
        Object token = requestToken.get().getValueOrDefault(request);
        int from = token == null ? 0 : Math.max(0, all.size() - Integer.parseInt((String) token));
        int to = Math.min(from + SIZE, all.size());
        int next = to - Math.min(back, to - from);
        SdkResponse page = (SdkResponse) with(whole, whole.toBuilder(), list.get(), order.apply(all.subList(from, to)));
        return (SdkResponse) with(
                page,
                page.toBuilder(),
                field(page, TOKEN).orElseThrow(),
                // Counted from the end: what is new comes first, and shifts nothing.
                next < all.size() ? Integer.toString(all.size() - next) : null);
    }

    /** Whether an answer is a page of a list with something on it. */
    static boolean paged(SdkRequest request, SdkResponse answer) {
        return field(request, TOKEN).isPresent()
                && list(answer)
                        .map(list -> !((List<?>) list.getValueOrDefault(answer)).isEmpty())
                        .orElse(false);
    }

    private static Optional<SdkField<?>> list(SdkPojo response) {
        return response.sdkFields().stream()
                .filter(field -> LISTS.contains(field.memberName()))
                .findFirst();
    }

    private static Optional<SdkField<?>> field(SdkPojo pojo, String name) {
        return pojo.sdkFields().stream()
                .filter(field -> field.memberName().equals(name))
                .findFirst();
    }

    private static Object with(Object of, Object builder, SdkField<?> field, @Nullable Object value) {
        field.set(builder, value);
        return switch (builder) {
            case SdkRequest.Builder request -> request.build();
            case SdkResponse.Builder response -> response.build();
            default -> throw new IllegalArgumentException("neither asked nor answered: " + of);
        };
    }
}
