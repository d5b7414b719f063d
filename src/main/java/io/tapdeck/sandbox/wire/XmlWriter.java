package io.tapdeck.sandbox.wire;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;
import software.amazon.awssdk.core.util.SdkAutoConstructList;
import software.amazon.awssdk.core.util.SdkAutoConstructMap;

/** AWS Query's answers: elements named by the model, no attributes. */
final class XmlWriter {
    private final StringBuilder xml = new StringBuilder("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");

    /** Opens an element; what {@code content} writes stands inside. */
    XmlWriter element(String name, Runnable content) {
        xml.append('<').append(name).append('>');
        content.run();
        xml.append("</").append(name).append('>');
        return this;
    }

    /** The document's element. */
    XmlWriter root(String name, String namespace, Runnable content) {
        xml.append('<').append(name).append(" xmlns=\"").append(namespace).append("\">");
        content.run();
        xml.append("</").append(name).append('>');
        return this;
    }

    XmlWriter text(String name, String text) {
        return element(name, () -> escape(text));
    }

    /** The members of a structure that are set; an explicitly empty list or map is written, an unset one is not. */
    XmlWriter members(SdkPojo structure) {
        return members(structure, structure.sdkFields());
    }

    /** Those of the members that are among {@code fields}. */
    XmlWriter members(SdkPojo structure, List<SdkField<?>> fields) {
        for (SdkField<?> field : fields) {
            Object value = field.getValueOrDefault(structure);
            if (isSet(value)) {
                value(field, value);
            }
        }
        return this;
    }

    /** A member's value where its element is open already; nothing for null. */
    XmlWriter content(@Nullable Object value) {
        if (value instanceof SdkPojo structure) {
            return members(structure);
        }
        if (value != null) {
            escape(value.toString());
        }
        return this;
    }

    /** Whether a member's value was set at all. */
    static boolean isSet(@Nullable Object value) {
        return value != null && !(value instanceof SdkAutoConstructList) && !(value instanceof SdkAutoConstructMap);
    }

    private void value(SdkField<?> field, Object value) {
        value(field.locationName(), field, value);
    }

    private void value(String name, SdkField<?> field, Object value) {
        switch (value) {
            case SdkPojo structure -> element(name, () -> members(structure));
            case List<?> list -> list(name, field, list);
            case Map<?, ?> map -> map(name, field, map);
            case Instant instant -> text(name, Scalars.iso(instant));
            case SdkBytes bytes -> text(name, Scalars.base64(bytes));
            case BigDecimal number -> text(name, number.toPlainString());
            default -> text(name, value.toString());
        }
    }

    private void list(String name, SdkField<?> field, List<?> list) {
        ListTrait trait = field.getTrait(ListTrait.class);
        SdkField<?> member = trait.memberFieldInfo();
        if (trait.isFlattened()) {
            list.forEach(element -> value(name, member, element));
        } else {
            element(name, () -> list.forEach(element -> value(member, element)));
        }
    }

    private void map(String name, SdkField<?> field, Map<?, ?> map) {
        MapTrait trait = field.getTrait(MapTrait.class);
        Runnable entries = () -> map.forEach((key, element) -> element(trait.isFlattened() ? name : "entry", () -> {
            text(trait.keyLocationName(), key.toString());
            value(trait.valueLocationName(), trait.valueFieldInfo(), element);
        }));
        if (trait.isFlattened()) {
            entries.run();
        } else {
            element(name, entries);
        }
    }

    /** XML parsers turn a plain CR LF into LF, and refuse most control characters however they are spelled. */
    private void escape(String text) {
        text.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> xml.append("&lt;");
                case '>' -> xml.append("&gt;");
                case '&' -> xml.append("&amp;");
                case '\r' -> xml.append("&#xD;");
                default -> xml.appendCodePoint(isXml(c) ? c : 0xFFFD);
            }
        });
    }

    /** The Char production of XML 1.0. */
    private static boolean isXml(int c) {
        return c == '\t' || c == '\n' || (c >= 0x20 && c <= 0xD7FF) || (c >= 0xE000 && c <= 0xFFFD) || c >= 0x10000;
    }

    @Override
    public String toString() {
        return xml.toString();
    }
}
