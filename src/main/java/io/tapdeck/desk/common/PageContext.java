package io.tapdeck.desk.common;

/**
 * What a page is made with.
 *
 * @param services the engines of the session that the page works in
 * @param background where blocking work goes
 * @param navigator where a page can send its reader
 * @param overlays cards and notices
 * @param theme for pages that draw, and for the settings
 * @param presence how often a page reads by itself
 * @param sessions all that are open
 * @param accounts by what accounts are told from each other
 */
public record PageContext(
        DeskServices services,
        Background background,
        Navigator navigator,
        Overlays overlays,
        Theme theme,
        Presence presence,
        OpenSessions sessions,
        AccountMarks accounts) {

    /** Whether the page's session may change something; where it only reads, what would change something is absent. */
    public boolean mayChange() {
        return !services.session().readOnly();
    }

    /** The same on another session. */
    public PageContext in(DeskServices session) {
        return new PageContext(session, background, navigator, overlays, theme, presence, sessions, accounts);
    }
}
