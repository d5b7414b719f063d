package io.tapdeck.cli;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tapdeck.aws.identitycenter.SignInEvent;
import io.tapdeck.aws.identitycenter.SignInListener;

/** Tells how a sign-in goes: words for people, or one JSON object a line. Neither holds a token. */
final class SignInPrinter implements SignInListener {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private final Terminal terminal;
    private final String session;
    private final boolean json;
    /** People hear once that there is something to wait for. */
    private boolean waiting;

    SignInPrinter(Terminal terminal, String session, boolean json) {
        this.terminal = terminal;
        this.session = session;
        this.json = json;
    }

    @Override
    public void on(SignInEvent event) {
        if (json) {
            terminal.out().println(line(event));
        } else {
            say(event);
        }
    }

    private void say(SignInEvent event) {
        switch (event) {
            case SignInEvent.Registered registered ->
                progress("Tapdeck is registered with %s until %s.".formatted(session, Times.local(registered.until())));
            case SignInEvent.CodeToShow code ->
                progress("Check that the browser shows this code: %s%nIt is good until %s. Typed by hand: %s"
                        .formatted(code.userCode(), Times.local(code.endsAt()), code.verification()));
            case SignInEvent.PageToOpen page ->
                progress((page.opened() ? "The browser opens this page: " : "Open this page: ") + page.page());
            case SignInEvent.Waiting _ -> {
                if (!waiting) {
                    progress("Waiting for you to allow it in the browser.");
                }
                waiting = true;
            }
            case SignInEvent.SlowedDown slower ->
                progress("IAM Identity Center wants to be asked every %d s."
                        .formatted(slower.interval().toSeconds()));
            case SignInEvent.NotHeard silence -> progress(silence.reason() + " Asking again.");
            case SignInEvent.FellBack back -> progress(back.reason() + " A code is shown instead.");
            case SignInEvent.SignedIn done ->
                terminal.out().println("Signed in to %s until %s.".formatted(session, Times.local(done.until())));
        }
    }

    private void progress(String words) {
        terminal.err().println(words);
    }

    private static ObjectNode line(SignInEvent event) {
        ObjectNode line = JSON.createObjectNode();
        switch (event) {
            case SignInEvent.Registered registered ->
                line.put("event", "registered").put("until", registered.until().toString());
            case SignInEvent.CodeToShow code ->
                line.put("event", "code")
                        .put("userCode", code.userCode())
                        .put("verification", code.verification().toString())
                        .put("complete", code.complete().toString())
                        .put("endsAt", code.endsAt().toString());
            case SignInEvent.PageToOpen page ->
                line.put("event", "page").put("page", page.page().toString()).put("opened", page.opened());
            case SignInEvent.Waiting wait ->
                line.put("event", "waiting")
                        .put(
                                "nextAsk",
                                wait.nextAsk() == null ? null : wait.nextAsk().toString())
                        .put("endsAt", wait.endsAt().toString());
            case SignInEvent.SlowedDown slower ->
                line.put("event", "slowed-down")
                        .put("intervalSeconds", slower.interval().toSeconds());
            case SignInEvent.NotHeard silence -> line.put("event", "not-heard").put("reason", silence.reason());
            case SignInEvent.FellBack back -> line.put("event", "fell-back").put("reason", back.reason());
            case SignInEvent.SignedIn done ->
                line.put("event", "signed-in").put("until", done.until().toString());
        }
        return line;
    }
}
