package io.tapdeck.sandbox.identity;

import io.tapdeck.sandbox.wire.WebPages.Page;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The sign-in pages' HTML, complete in itself, and the headers that keep other sites and scripts out. */
final class SignInHtml {
    private static final String STYLE = """
            :root{color-scheme:light dark;--ground:#f4f5f7;--card:#fff;--ink:#1d2430;--soft:#5b6472;--line:#d9dde3;
            --accent:#1f5fd0;--on:#fff;--label:#8a5a00;--tint:#fff3d6}
            @media(prefers-color-scheme:dark){:root{--ground:#14171c;--card:#1e232b;--ink:#e9ecf1;--soft:#a4adba;
            --line:#343b47;--accent:#7aa7ff;--on:#10131a;--label:#ffd27a;--tint:#3a2f14}}
            *{box-sizing:border-box}
            body{margin:0;min-height:100vh;display:grid;place-items:center;padding:24px;background:var(--ground);
            color:var(--ink);font:16px/1.5 system-ui,sans-serif}
            main{width:100%;max-width:440px;padding:32px;background:var(--card);border:1px solid var(--line);
            border-radius:12px}
            .label{display:inline-block;margin:0 0 16px;padding:2px 10px;border-radius:999px;background:var(--tint);
            color:var(--label);font-size:13px;font-weight:600}
            h1{margin:0 0 8px;font-size:22px;line-height:1.3}
            p{margin:0 0 16px;color:var(--soft);overflow-wrap:anywhere}
            .code{margin:0 0 24px;font:600 28px/1.2 ui-monospace,monospace;letter-spacing:.08em;color:var(--ink)}
            form{display:flex;gap:12px;flex-wrap:wrap}
            label{flex-basis:100%;font-weight:600}
            input{flex:1 1 180px;min-width:0;padding:10px 12px;border:1px solid var(--line);border-radius:8px;
            background:var(--ground);color:inherit;font:600 18px/1.3 ui-monospace,monospace;letter-spacing:.08em;
            text-transform:uppercase}
            button{padding:10px 20px;border:1px solid var(--line);border-radius:8px;background:transparent;
            color:inherit;font:inherit;font-weight:600;cursor:pointer}
            button.main{border-color:var(--accent);background:var(--accent);color:var(--on)}
            :focus-visible{outline:3px solid var(--accent);outline-offset:2px}
            """;

    private SignInHtml() {}

    /**
     * Asks to allow or deny.
     *
     * @param client as it calls itself, whatever that is
     * @param userCode the code that the client shows, to compare
     * @param form the token that makes the answer this page's
     * @param next where the answer leads, if it leaves the sandbox
     */
    static Page question(String action, String client, Optional<String> userCode, String form, Optional<URI> next) {
        String compare = userCode.map(code -> "<p>Allow it only if the program shows this code.</p><p class=\"code\">"
                        + escaped(code) + "</p>")
                .orElse("");
        String body = """
                <h1>Allow %s to use your accounts?</h1>
                <p>You are %s in the sandbox's IAM Identity Center. The program gets the roles that you have there.</p>
                %s<form method="post" action="%s"><input type="hidden" name="form" value="%s">\
                <button class="main" name="answer" value="allow">Allow</button>\
                <button name="answer" value="deny">Deny</button></form>
                """.formatted(escaped(client), SandboxPerson.NAME, compare, action, escaped(form));
        return page(200, "Allow access?", body, next);
    }

    /** Asks for a user code; {@code problem} says what is wrong with the last one, or is empty. */
    static Page enterCode(int status, String problem) {
        String body = """
                <h1>Enter the code</h1>
                <p>%s</p>
                <form method="get" action="%s"><label for="code">Code</label>\
                <input id="code" name="user_code" maxlength="20" autocomplete="off" autofocus required>\
                <button class="main">Continue</button></form>
                """.formatted(
                problem.isEmpty() ? "The program that you sign in to shows it." : escaped(problem), SignInPages.DEVICE);
        return page(status, "Enter the code", body, Optional.empty());
    }

    /** Says that the person has done all there is to do here. */
    static Page done(String what) {
        return page(
                200,
                "Done",
                "<h1>" + escaped(what) + "</h1><p>You can close this page and go back to the program.</p>",
                Optional.empty());
    }

    /** Says why there is nothing to allow. */
    static Page wrong(int status, String why) {
        return page(
                status,
                "Sign-in is not possible",
                "<h1>Sign-in is not possible</h1><p>" + escaped(why) + "</p>",
                Optional.empty());
    }

    /** Leads on to a client's own address. */
    static Page redirect(URI to) {
        Map<String, String> headers = new HashMap<>(headers("", Optional.empty()));
        headers.put("Location", to.toString());
        return new Page(303, headers, "");
    }

    private static Page page(int status, String title, String body, Optional<URI> next) {
        String nonce = Secrets.token(16);
        String html = """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%s · Tapdeck sandbox</title>\
                <meta name="viewport" content="width=device-width,initial-scale=1">\
                <link rel="icon" href="data:,"><style nonce="%s">
                %s</style></head>
                <body><main><p class="label">Tapdeck sandbox · not AWS</p>
                %s</main></body></html>
                """.formatted(escaped(title), nonce, STYLE, body);
        return new Page(status, headers(nonce, next), html);
    }

    /** A browser applies form-action to where a form's answer leads, too. */
    private static Map<String, String> headers(String nonce, Optional<URI> next) {
        String leadsTo = next.map(uri -> " http://" + uri.getRawAuthority()).orElse("");
        return Map.of(
                "Content-Security-Policy",
                "default-src 'none'; img-src data:; style-src 'nonce-" + nonce + "'; form-action 'self'" + leadsTo
                        + "; base-uri 'none'; frame-ancestors 'none'",
                "X-Frame-Options",
                "DENY",
                "X-Content-Type-Options",
                "nosniff",
                // Not no-referrer: browsers would then hide the form's origin.
                "Referrer-Policy",
                "same-origin",
                "Cross-Origin-Opener-Policy",
                "same-origin",
                "Cache-Control",
                "no-store");
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
