package io.tapdeck.sandbox.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.protocol.MarshallLocation;
import software.amazon.awssdk.core.traits.DefaultValueTrait;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.utils.builder.Buildable;

/** Fills the SDK's model classes with random values. */
final class RandomPojo {
    /** Where recursive structures end. */
    private static final int DEEPEST = 5;

    private static final String CHARACTERS = "abcXYZ019 _-./:<>&\"'%+=\r\n\täé漢😀";

    private final Random random;

    RandomPojo(long seed) {
        random = new Random(seed);
    }

    /** Fills and builds; at least one member of a nested structure is set, since Query cannot spell an empty one. */
    SdkPojo fill(SdkPojo builder) {
        return fill(builder, 0);
    }

    private SdkPojo fill(SdkPojo builder, int depth) {
        List<SdkField<?>> fields = builder.sdkFields();
        int certain = fields.isEmpty() ? 0 : random.nextInt(fields.size());
        for (int i = 0; i < fields.size(); i++) {
            SdkField<?> field = fields.get(i);
            // Unset idempotency tokens are invented by the client.
            if (i == certain || field.containsTrait(DefaultValueTrait.class) || random.nextInt(4) != 0) {
                field.set(builder, value(field, depth + 1));
            }
        }
        return (SdkPojo) ((Buildable) builder).build();
    }

    private Object value(SdkField<?> field, int depth) {
        return switch (field.marshallingType().getKnownType()) {
            case STRING -> field.location() == MarshallLocation.HEADER ? word() : string();
            case BOOLEAN -> random.nextBoolean();
            case INTEGER -> random.nextInt();
            case LONG -> random.nextLong();
            case SHORT -> (short) random.nextInt();
            case BYTE -> (byte) random.nextInt();
            case FLOAT -> random.nextFloat();
            case DOUBLE -> random.nextBoolean() ? random.nextGaussian() * 1e6 : whole();
            case BIG_DECIMAL -> BigDecimal.valueOf(random.nextLong(), 3);
            case INSTANT -> Instant.ofEpochMilli(random.nextLong(4_000_000_000_000L));
            case SDK_BYTES -> SdkBytes.fromUtf8String(string());
            case SDK_POJO -> fill(field.constructor().get(), depth);
            case LIST -> list(field.getTrait(ListTrait.class).memberFieldInfo(), depth);
            case MAP -> map(field.getTrait(MapTrait.class).valueFieldInfo(), depth);
            default -> throw new AssertionError("No random " + field.marshallingType());
        };
    }

    /** Whole numbers travel as integers in CBOR; so does -0.0, which arrives as 0.0. */
    private double whole() {
        return random.nextInt(-100, 100);
    }

    /** Up to a dozen, so that the tenth comes after the ninth; empty ones too, and always where recursion ends. */
    private List<?> list(SdkField<?> member, int depth) {
        int size = depth > DEEPEST ? 0 : depth > 2 ? random.nextInt(3) : random.nextInt(12);
        return IntStream.range(0, size).mapToObj(i -> value(member, depth + 1)).toList();
    }

    /** Never empty: Query cannot spell that. */
    private Map<String, ?> map(SdkField<?> member, int depth) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            map.put("key " + i + string(), value(member, depth + 1));
        }
        return map;
    }

    /** What a header can carry. */
    private String word() {
        return Long.toString(random.nextLong(), 36);
    }

    private String string() {
        int[] codePoints = CHARACTERS.codePoints().toArray();
        return random.ints(1 + random.nextInt(12), 0, codePoints.length)
                .map(i -> codePoints[i])
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}
