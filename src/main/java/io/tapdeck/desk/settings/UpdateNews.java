package io.tapdeck.desk.settings;

import io.tapdeck.desk.common.PageContext;
import io.tapdeck.release.Updates;

/** Looks for a newer Tapdeck when the desk opens, if somebody has switched that on. */
public final class UpdateNews {
    private UpdateNews() {}

    /** Looks, if a day has gone by, and says under the top bar what should be known. */
    public static void tell(PageContext context) {
        context.background()
                .run(
                        context.services().product().updates()::lookIfDue,
                        found -> found.filter(Updates.Answer::newer)
                                .ifPresent(answer -> context.overlays().say(answer.words())),
                        failure -> context.overlays()
                                .say("It is not known whether a newer Tapdeck is there. " + failure.getMessage()));
    }
}
