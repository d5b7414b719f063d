package io.tapdeck.sandbox.cloudformation;

import io.tapdeck.sandbox.cloudformation.template.Refusals;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The client request tokens seen: the same token is the same request, and is done once. */
final class RequestTokens {

    private final Map<String, String> requests = new HashMap<>();

    /**
     * Notes a token.
     *
     * @param request says what is asked for; another request with the same token is refused
     * @return whether the request was made before, so that there is nothing to do
     */
    boolean seen(@Nullable String token, String request) {
        if (token == null) {
            return false;
        }
        String known = requests.putIfAbsent(token, request);
        if (known != null && !known.equals(request)) {
            throw Refusals.tokenAlreadyExists(token);
        }
        return known != null;
    }

    /** Forgets a token whose request was refused. */
    void forget(@Nullable String token) {
        if (token != null) {
            requests.remove(token);
        }
    }
}
