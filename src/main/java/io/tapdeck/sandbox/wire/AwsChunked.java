package io.tapdeck.sandbox.wire;

import java.nio.ByteBuffer;
import software.amazon.awssdk.core.SdkBytes;

/**
 * The content encoding {@code aws-chunked} (S3 API reference, "Signature calculations for the authorization header:
 * transferring payload in multiple chunks"): {@code SIZE;chunk-signature=…}, a line's end, as many bytes, a line's end; the
 * last chunk is empty, and headers may follow it. Signatures and checksums are not verified.
 */
final class AwsChunked {
    private AwsChunked() {}

    /**
     * The content without its chunks.
     *
     * @throws WireException if it ends too early, or a size is none
     */
    static SdkBytes decode(SdkBytes body) {
        ByteBuffer in = body.asByteBuffer();
        ByteBuffer out = ByteBuffer.allocate(in.remaining());
        for (int size = size(in); size > 0; size = size(in)) {
            if (size > in.remaining()) {
                throw incomplete();
            }
            out.put(out.position(), in, in.position(), size);
            out.position(out.position() + size);
            in.position(in.position() + size);
            line(in);
        }
        return SdkBytes.fromByteBuffer(out.flip());
    }

    private static int size(ByteBuffer in) {
        try {
            return Integer.parseUnsignedInt(line(in).split(";", -1)[0], 16);
        } catch (NumberFormatException e) {
            throw incomplete();
        }
    }

    /** Up to CR LF, without it. */
    private static String line(ByteBuffer in) {
        StringBuilder line = new StringBuilder();
        while (in.hasRemaining()) {
            char c = (char) (in.get() & 0xff);
            if (c == '\n') {
                return line.toString().strip();
            }
            line.append(c);
        }
        throw incomplete();
    }

    private static WireException incomplete() {
        return new WireException(new WireError(
                "IncompleteBody",
                400,
                "You did not provide the number of bytes specified by the Content-Length HTTP header"));
    }
}
