package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.Refusals;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The client request tokens seen: the same token is the same request, and is done once (API reference, {@code
 * ClientRequestToken}). A refused request leaves its token free.
 */
final class RequestTokens {

    private record Done(Object request, String result) {}

    private final Map<String, Done> requests = new HashMap<>();

    /**
     * Does a request, unless it was done before.
     *
     * @param token null does it every time
     * @param request as it was sent; another one with the same token is refused
     * @param work gives what the request is answered with
     * @return the first answer, again for a repeated request
     */
    String once(@Nullable String token, Object request, Supplier<String> work) {
        Optional<Done> known = Optional.ofNullable(token).map(requests::get);
        if (known.isPresent()) {
            if (!known.get().request().equals(request)) {
                throw Refusals.tokenAlreadyExists(String.valueOf(token));
            }
            return known.get().result();
        }
        String result = work.get();
        if (token != null) {
            requests.put(token, new Done(request, result));
        }
        return result;
    }

    /** Does a request that is answered with nothing, unless it was done before. */
    void once(@Nullable String token, Object request, Runnable work) {
        once(token, request, () -> {
            work.run();
            return "";
        });
    }
}
