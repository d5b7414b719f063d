package io.tapdeck.sandbox.identity;

import io.tapdeck.sandbox.wire.WebPages;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Where a person allows or denies what a client asks for: {@code /authorize} for clients with a browser, {@code /device}
 * for a device's code. A page's form is good once and only from the page itself, and what is wrong with a client's
 * question is said on the page: nobody is sent to an address that the client has not registered.
 */
final class SignInPages implements WebPages {
    static final String AUTHORIZE = "/authorize";
    static final String DEVICE = "/device";

    /** A SHA-256 in base64url (RFC 7636, 4.2). */
    private static final Pattern CHALLENGE = Pattern.compile("[A-Za-z0-9_-]{43}");

    private static final int MOST_OPEN_FORMS = 1_000;

    private final ClientRegistrations clients;
    private final DeviceSignIns devices;
    private final BrowserSignIns browsers;
    /** What is answered by the form with a token; used once. */
    private final Map<String, Question> open = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Question> eldest) {
            return size() > MOST_OPEN_FORMS;
        }
    };

    SignInPages(ClientRegistrations clients, DeviceSignIns devices, BrowserSignIns browsers) {
        this.clients = clients;
        this.devices = devices;
        this.browsers = browsers;
    }

    /** What a person is asked. */
    private sealed interface Question {

        record Browser(BrowserSignIns.Asked asked, String state) implements Question {}

        record Device(String userCode) implements Question {}
    }

    @Override
    public boolean has(String path) {
        return path.equals(AUTHORIZE) || path.equals(DEVICE);
    }

    @Override
    public Page answer(Visit visit) {
        return switch (visit.method()) {
            case "GET" -> visit.path().equals(AUTHORIZE) ? authorize(visit.query()) : device(visit.query());
            case "POST" -> answered(visit);
            default -> SignInHtml.wrong(405, "This page is opened in a browser.");
        };
    }

    private Page authorize(Map<String, String> query) {
        Optional<RegisteredClient> client = clients.find(query.get("client_id"));
        if (client.isEmpty()) {
            return SignInHtml.wrong(400, "The client is unknown, or its registration has expired.");
        }
        Optional<URI> redirect = RegisteredClient.loopback(query.getOrDefault("redirect_uri", ""))
                .filter(client.get()::mayRedirectTo);
        if (redirect.isEmpty()) {
            return SignInHtml.wrong(400, "The client has not registered this redirect_uri.");
        }
        if (!Objects.equals(query.get("response_type"), "code")
                || !client.get().grantTypes().contains(Grants.AUTHORIZATION_CODE)) {
            return SignInHtml.wrong(400, "The client may not ask for this response_type.");
        }
        String challenge = query.getOrDefault("code_challenge", "");
        if (!Objects.equals(query.get("code_challenge_method"), "S256")
                || !CHALLENGE.matcher(challenge).matches()) {
            return SignInHtml.wrong(400, "The client sends no code_challenge by the method S256.");
        }
        Set<String> scopes = Set.of(distinctWords(query.getOrDefault("scopes", "")));
        if (!client.get().scopes().containsAll(scopes)) {
            return SignInHtml.wrong(400, "The client has not registered these scopes.");
        }
        Question question = new Question.Browser(
                new BrowserSignIns.Asked(client.get(), redirect.get(), challenge), query.getOrDefault("state", ""));
        return SignInHtml.question(AUTHORIZE, client.get().name(), Optional.empty(), remember(question), redirect);
    }

    private static String[] distinctWords(String text) {
        return Arrays.stream(text.split("[ ,]+", -1))
                .filter(word -> !word.isEmpty())
                .distinct()
                .toArray(String[]::new);
    }

    private Page device(Map<String, String> query) {
        String code = query.getOrDefault("user_code", "");
        if (code.isBlank()) {
            return SignInHtml.enterCode(200, "");
        }
        return devices.waitingFor(code)
                .map(client -> SignInHtml.question(
                        DEVICE,
                        client.name(),
                        Optional.of(code),
                        remember(new Question.Device(code)),
                        Optional.empty()))
                .orElseGet(() -> SignInHtml.enterCode(400, "This code is unknown, used or expired."));
    }

    private Page answered(Visit visit) {
        if (!comesFromThePage(visit.headers())) {
            return SignInHtml.wrong(403, "This answer comes from another site.");
        }
        Question question;
        synchronized (open) {
            question = open.remove(visit.form().getOrDefault("form", ""));
        }
        if (question == null) {
            return SignInHtml.wrong(400, "This page was answered before. Start the sign-in again.");
        }
        boolean allow = visit.form().getOrDefault("answer", "").equals("allow");
        return switch (question) {
            case Question.Browser browser -> SignInHtml.redirect(back(browser, allow));
            case Question.Device device
            when !devices.answer(device.userCode(), allow) ->
                SignInHtml.wrong(400, "This code has expired. Start the sign-in again.");
            case Question.Device device ->
                SignInHtml.done(allow ? "You are signed in." : "You have denied the request.");
        };
    }

    /** Browsers say where a form comes from (Fetch standard, {@code Origin}; Fetch Metadata). */
    private static boolean comesFromThePage(Map<String, String> headers) {
        String origin = headers.get("origin");
        String site = headers.getOrDefault("sec-fetch-site", "same-origin");
        return (origin == null || origin.equals("http://" + headers.get("host"))) && site.equals("same-origin");
    }

    private URI back(Question.Browser question, boolean allow) {
        Map<String, String> answer = new HashMap<>();
        if (allow) {
            answer.put("code", browsers.grant(question.asked()));
        } else {
            answer.put("error", "access_denied");
            answer.put("error_description", "It was denied in the browser.");
        }
        answer.put("state", question.state());
        StringBuilder address = new StringBuilder(question.asked().redirectUri().toString());
        char separator = question.asked().redirectUri().getRawQuery() == null ? '?' : '&';
        for (Map.Entry<String, String> parameter : answer.entrySet()) {
            address.append(separator)
                    .append(parameter.getKey())
                    .append('=')
                    .append(URLEncoder.encode(parameter.getValue(), StandardCharsets.UTF_8));
            separator = '&';
        }
        return URI.create(address.toString());
    }

    private String remember(Question question) {
        String form = Secrets.token(32);
        synchronized (open) {
            open.put(form, question);
        }
        return form;
    }
}
