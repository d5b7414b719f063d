package io.tapdeck.aws.identitycenter;

/** What the browser shows at the end: a sentence, without any script. */
enum AnswerPage {
    /** The code is here. */
    DONE("You can close this tab", "Tapdeck has its answer and goes on with the sign-in."),
    /** An error, such as that the person said no. */
    NOT_ALLOWED("You can close this tab", "The sign-in was not allowed. Tapdeck tells what to do next."),
    /** A second answer. */
    TAKEN("You can close this tab", "This sign-in already has its answer."),
    /** Not an answer to this sign-in. */
    NOT_FOR_HERE("This is not an answer to a sign-in", "Start the sign-in in Tapdeck.");

    private final String heading;
    private final String sentence;

    AnswerPage(String heading, String sentence) {
        this.heading = heading;
        this.sentence = sentence;
    }

    String html() {
        return """
                <!DOCTYPE html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <meta name="color-scheme" content="light dark">
                <title>Tapdeck: %1$s</title>
                <style>
                body { font: 1rem/1.5 system-ui, sans-serif; max-width: 34rem; margin: 15vh auto; padding: 0 1.5rem }
                h1 { font-size: 1.25rem }
                </style>
                </head>
                <body>
                <main aria-labelledby="title">
                <h1 id="title">%1$s</h1>
                <p role="status">%2$s</p>
                </main>
                </body>
                </html>
                """.formatted(heading, sentence);
    }
}
