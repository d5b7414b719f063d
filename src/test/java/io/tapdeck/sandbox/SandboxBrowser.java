package io.tapdeck.sandbox;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person in front of the sandbox's sign-in pages, who does with plain HTTP what a browser does. */
public final class SandboxBrowser {
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newHttpClient();

    /** Opens a page. */
    public HttpResponse<String> open(URI page) {
        return send(HttpRequest.newBuilder(page).build());
    }

    /**
     * Opens the page of a sign-in and allows it.
     *
     * @return where the browser is sent: the client's address with code and state
     */
    public URI allow(URI authorize) {
        return location(answer(authorize, "allow"));
    }

    /** Opens the page of a sign-in and denies it; returns where the browser is sent. */
    public URI deny(URI authorize) {
        return location(answer(authorize, "deny"));
    }

    /** Opens the page of a device code, {@code verificationUriComplete}, and allows it. */
    public void allowDevice(URI page) {
        succeed(answer(page, "allow"));
    }

    /** Opens the page of a device code, {@code verificationUriComplete}, and denies it. */
    public void denyDevice(URI page) {
        succeed(answer(page, "deny"));
    }

    /** Opens a page and presses one of its buttons. */
    public HttpResponse<String> answer(URI page, String answer) {
        return press(page, formOf(open(page)), answer);
    }

    /** The token of a page's form. */
    public static String formOf(HttpResponse<String> page) {
        Matcher form = FORM.matcher(page.body());
        if (!form.find()) {
            throw new AssertionError("There is nothing to answer on this page: " + page.body());
        }
        return form.group(1);
    }

    /** Sends a form as the page does. */
    public HttpResponse<String> press(URI page, String form, String answer) {
        return send(post(page, form, answer)
                .header("Origin", "http://" + page.getAuthority())
                .header("Sec-Fetch-Site", "same-origin")
                .build());
    }

    /** The request that sends a form, without what a browser says of where it comes from. */
    public static HttpRequest.Builder post(URI page, String form, String answer) {
        return HttpRequest.newBuilder(page.resolve(page.getPath()))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(
                        "form=" + URLEncoder.encode(form, StandardCharsets.UTF_8) + "&answer=" + answer));
    }

    /** Sends a request and does not follow a redirection. */
    public HttpResponse<String> send(HttpRequest request) {
        try {
            return http.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new AssertionError("The sandbox does not answer.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("Interrupted", e);
        }
    }

    private static URI location(HttpResponse<String> response) {
        return response.headers()
                .firstValue("Location")
                .map(URI::create)
                .orElseThrow(() -> new AssertionError("Not sent anywhere: " + response.body()));
    }

    private static void succeed(HttpResponse<String> response) {
        if (response.statusCode() != 200) {
            throw new AssertionError("Not taken: " + response.body());
        }
    }
}
