package io.tapdeck.sandbox.wire;

/** One of AWS's protocols: how a call, its answer and its failure are spelled in HTTP. */
interface Protocol {

    /** Whether a request is spelled in this protocol. */
    boolean speaks(WireRequest request);

    /**
     * The call that a request makes.
     *
     * @throws WireException if the service is unknown or the body cannot be read
     */
    Call read(WireRequest request);

    WireAnswer answer(WireRequest request, Call call, Served served, String requestId);

    WireAnswer error(WireRequest request, WireError error, String requestId);
}
