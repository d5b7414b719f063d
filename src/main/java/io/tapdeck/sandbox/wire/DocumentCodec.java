package io.tapdeck.sandbox.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;

/** JSON and CBOR, which spell the same tree: keys are the members' names on the wire. */
final class DocumentCodec implements Containers {
    private static final TypeReference<Map<String, Object>> TREE = new TypeReference<>() {};

    private final ObjectMapper mapper;

    /** A codec for the format that a factory reads and writes. */
    DocumentCodec(JsonFactory factory) {
        mapper = new ObjectMapper(factory);
    }

    /** What writes a document. */
    @FunctionalInterface
    interface Content {
        void write(JsonGenerator out) throws IOException;
    }

    /**
     * Reads a document; none at all is an empty one.
     *
     * @throws WireException if it is not a document of this format
     */
    Map<String, Object> read(SdkBytes body) {
        if (body.asByteArrayUnsafe().length == 0) {
            return Map.of();
        }
        try {
            Map<String, Object> tree = mapper.readValue(body.asByteArrayUnsafe(), TREE);
            return tree == null ? Map.of() : tree;
        } catch (JsonProcessingException e) {
            throw new WireException(WireError.malformed("The request body cannot be read."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Writes one document: an object with what {@code content} writes. */
    SdkBytes write(Content content) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JsonGenerator out = mapper.createGenerator(bytes)) {
                out.writeStartObject();
                content.write(out);
                out.writeEndObject();
            }
            return SdkBytes.fromByteArrayUnsafe(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The members of a structure that are set. */
    static void members(JsonGenerator out, SdkPojo structure) throws IOException {
        members(out, structure, structure.sdkFields());
    }

    /** Those of some members of a structure that are set. */
    static void members(JsonGenerator out, SdkPojo structure, List<SdkField<?>> fields) throws IOException {
        for (SdkField<?> field : fields) {
            Object value = field.getValueOrDefault(structure);
            if (XmlWriter.isSet(value)) {
                out.writeFieldName(field.locationName());
                value(out, value);
            }
        }
    }

    private static void value(JsonGenerator out, @Nullable Object value) throws IOException {
        switch (value) {
            case null -> out.writeNull();
            case SdkPojo structure -> {
                out.writeStartObject();
                members(out, structure);
                out.writeEndObject();
            }
            case List<?> list -> {
                out.writeStartArray();
                for (Object element : list) {
                    value(out, element);
                }
                out.writeEndArray();
            }
            case Map<?, ?> map -> {
                out.writeStartObject();
                for (Map.Entry<?, ?> entry : map.entrySet()) {
                    out.writeFieldName(String.valueOf(entry.getKey()));
                    value(out, entry.getValue());
                }
                out.writeEndObject();
            }
            case Instant instant -> instant(out, instant);
            case SdkBytes bytes -> out.writeBinary(bytes.asByteArrayUnsafe());
            case Boolean bool -> out.writeBoolean(bool);
            case Integer number -> out.writeNumber(number);
            case Long number -> out.writeNumber(number);
            case Short number -> out.writeNumber(number);
            case Float number -> out.writeNumber(number);
            case Double number -> out.writeNumber(number);
            case BigDecimal number -> out.writeNumber(number);
            default -> out.writeString(value.toString());
        }
    }

    /** CBOR has a tag for seconds since the epoch (RFC 8949, 3.4.2); in JSON the client's model says what it is. */
    private static void instant(JsonGenerator out, Instant instant) throws IOException {
        if (out instanceof CBORGenerator cbor) {
            cbor.writeTag(1);
            cbor.writeNumber(instant.toEpochMilli() / 1000d);
        } else {
            out.writeNumber(Scalars.epochSeconds(instant));
        }
    }

    @Override
    public List<@Nullable Object> elements(Object sent, SdkField<?> list) {
        if (sent instanceof List<?> elements) {
            return new ArrayList<>(elements);
        }
        throw new WireException(WireError.malformed(list.memberName() + " is not a list."));
    }

    @Override
    public Map<String, @Nullable Object> entries(Object sent, SdkField<?> map) {
        if (sent instanceof Map<?, ?> entries) {
            Map<String, @Nullable Object> result = new LinkedHashMap<>();
            entries.forEach((key, value) -> result.put(String.valueOf(key), value));
            return result;
        }
        throw new WireException(WireError.malformed(map.memberName() + " is not a map."));
    }
}
