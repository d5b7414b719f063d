package io.tapdeck.desk.signin;

/** A line of the list: the head of a group, or a session. */
sealed interface SessionLine permits SessionLine.Head, SessionRow {

    /**
     * The head of a group.
     *
     * @param count such as "3 accounts"
     */
    record Head(String title, String count) implements SessionLine {}
}
