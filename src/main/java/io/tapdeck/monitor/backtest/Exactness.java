package io.tapdeck.monitor.backtest;

/** How far a count can be trusted. */
public enum Exactness {
    /** As CloudWatch would have counted. */
    EXACT,
    /** Close to what CloudWatch would have counted. */
    ABOUT,
    /** The data does not tell. */
    NOT_COUNTED
}
