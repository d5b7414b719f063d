package io.tapdeck.sandbox.wire;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.traits.ListTrait;
import software.amazon.awssdk.core.traits.MapTrait;

/** XML as a tree: an element's children by name, a list where one name comes often, text where there are none. */
final class XmlTree implements Containers {
    private static final WireError MALFORMED = new WireError(
            "MalformedXML",
            400,
            "The XML you provided was not well-formed or did not validate against our published schema");

    /**
     * The children of a document's element.
     *
     * @throws WireException if it is not a document
     */
    static Map<String, Object> read(SdkBytes body) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader xml = factory.createXMLStreamReader(body.asInputStream(), "UTF-8");
            xml.nextTag();
            return element(xml) instanceof Map<?, ?> map ? structure(map) : Map.of();
        } catch (XMLStreamException e) {
            throw new WireException(MALFORMED);
        }
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> structure(Map<?, ?> map) {
        return (Map<String, Object>) map;
    }

    /** What stands inside the element whose beginning was read last; reads to its end. */
    private static Object element(XMLStreamReader xml) throws XMLStreamException {
        Map<String, Object> children = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        while (true) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT ->
                    children.merge(xml.getLocalName(), element(xml), XmlTree::both);
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text.append(xml.getText());
                case XMLStreamConstants.END_ELEMENT -> {
                    return children.isEmpty() ? text.toString() : children;
                }
                default -> {}
            }
        }
    }

    private static Object both(Object earlier, Object next) {
        List<Object> all = new ArrayList<>(earlier instanceof List<?> list ? list : List.of(earlier));
        all.add(next);
        return all;
    }

    @Override
    public List<@Nullable Object> elements(Object sent, SdkField<?> list) {
        ListTrait trait = list.getTrait(ListTrait.class);
        Object elements =
                trait.isFlattened() ? sent : under(sent, trait.memberFieldInfo().locationName());
        return new ArrayList<>(all(elements));
    }

    @Override
    public Map<String, @Nullable Object> entries(Object sent, SdkField<?> map) {
        MapTrait trait = map.getTrait(MapTrait.class);
        Map<String, @Nullable Object> entries = new LinkedHashMap<>();
        for (Object entry : all(trait.isFlattened() ? sent : under(sent, "entry"))) {
            entries.put(String.valueOf(under(entry, trait.keyLocationName())), under(entry, trait.valueLocationName()));
        }
        return entries;
    }

    /** What stands under a name; nothing does in an empty element. */
    private static Object under(Object node, String name) {
        Object child = node instanceof Map<?, ?> map ? map.get(name) : null;
        return child == null ? "" : child;
    }

    private static List<?> all(Object node) {
        return node instanceof List<?> list ? list : "".equals(node) ? List.of() : List.of(node);
    }
}
