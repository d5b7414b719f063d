package io.tapdeck.sandbox.wire;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Base64;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;

/**
 * Values without parts. Clients are free in how they spell a number (Java sends {@code 3.0} in CBOR as the integer 3), so
 * a value is converted to its member's type, never cast.
 */
final class Scalars {
    private static final DateTimeFormatter MILLISECONDS =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Scalars() {}

    /**
     * A sent value as its member's type.
     *
     * @param sent a string, a number, a boolean or bytes
     * @throws WireException if it does not convert
     */
    static Object read(SdkField<?> field, Object sent) {
        try {
            return switch (field.marshallingType().getKnownType()) {
                case STRING -> string(sent);
                case BOOLEAN -> bool(sent);
                case INTEGER -> number(sent).intValueExact();
                case LONG -> number(sent).longValueExact();
                case SHORT -> number(sent).shortValueExact();
                case BYTE -> number(sent).byteValueExact();
                case FLOAT -> sent instanceof Number number ? number.floatValue() : Float.parseFloat(string(sent));
                case DOUBLE -> sent instanceof Number number ? number.doubleValue() : Double.parseDouble(string(sent));
                case BIG_DECIMAL -> number(sent);
                case INSTANT -> instant(sent);
                case SDK_BYTES ->
                    SdkBytes.fromByteArray(
                            sent instanceof byte[] bytes
                                    ? bytes
                                    : Base64.getDecoder().decode(string(sent)));
                default -> throw new IllegalStateException("No protocol here carries " + field.marshallingType());
            };
        } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
            throw new WireException(WireError.malformed("Invalid value for " + field.memberName() + "."));
        }
    }

    /** A time as the Query protocol spells it: ISO 8601 in UTC, with milliseconds. */
    static String iso(Instant instant) {
        return MILLISECONDS.format(instant.atOffset(ZoneOffset.UTC));
    }

    /** Bytes as text. */
    static String base64(SdkBytes bytes) {
        return Base64.getEncoder().encodeToString(bytes.asByteArrayUnsafe());
    }

    /** A time as JSON spells it; a double would turn into scientific notation. */
    static BigDecimal epochSeconds(Instant instant) {
        return BigDecimal.valueOf(instant.toEpochMilli(), 3);
    }

    private static String string(Object sent) {
        if (sent instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("not a string");
    }

    private static boolean bool(Object sent) {
        return switch (sent) {
            case Boolean value -> value;
            case String text when text.equalsIgnoreCase("true") -> true;
            case String text when text.equalsIgnoreCase("false") -> false;
            default -> throw new IllegalArgumentException("not a boolean");
        };
    }

    private static BigDecimal number(Object sent) {
        return switch (sent) {
            case BigDecimal value -> value;
            // Java sends what fits into 32 bits in 32 bits; its shortest decimal text is not its value.
            case Float value -> new BigDecimal(value.doubleValue());
            case Number value -> new BigDecimal(value.toString());
            default -> new BigDecimal(string(sent));
        };
    }

    private static Instant instant(Object sent) {
        if (sent instanceof Number) {
            BigDecimal milliseconds = number(sent).movePointRight(3).setScale(0, RoundingMode.HALF_UP);
            return Instant.ofEpochMilli(milliseconds.longValueExact());
        }
        return OffsetDateTime.parse(string(sent)).toInstant();
    }
}
