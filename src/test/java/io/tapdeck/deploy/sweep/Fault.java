package io.tapdeck.deploy.sweep;

/** What happens to one call; every other call goes well. */
enum Fault {
    /** AWS refuses it because too many came. */
    THROTTLE,
    /** AWS fails on its side, without effect. */
    SERVER_ERROR,
    /** The connection ends before the call arrives. */
    DROP_BEFORE,
    /** The call arrives and works; its answer is lost. */
    DROP_AFTER,
    /** The call arrives and works, but this side gives up waiting for the answer. */
    TIMEOUT,
    /** The session has expired: no call works any more until the administrator signs in again. */
    EXPIRED_TOKEN,
    /** A read is answered as of a few seconds ago. */
    STALE_READ,
    /** A page of a list comes twice. */
    DUPLICATE_PAGE,
    /** A page of a list comes in the reverse order. */
    REVERSED_PAGE,
    /** The process is killed just before the call leaves. */
    KILL_BEFORE,
    /** The process is killed after the call has worked, before its answer is read. */
    KILL_AFTER;

    /** Whether the process dies of it. */
    boolean kills() {
        return this == KILL_BEFORE || this == KILL_AFTER;
    }
}
