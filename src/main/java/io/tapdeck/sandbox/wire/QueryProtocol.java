package io.tapdeck.sandbox.wire;

import static java.util.Objects.requireNonNull;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import software.amazon.awssdk.core.SdkBytes;

/** AWS Query: a form with {@code Action} and {@code Version}, answered in XML. The version tells the service. */
final class QueryProtocol implements Protocol {
    private static final String NO_SERVICE = "http://webservices.amazon.com/AWSFault/2005-15-09";

    private final Map<String, WireService> servicesByVersion;
    private final RequestBinder binder = new RequestBinder(new QueryForm(), Set.of("Action", "Version"));

    QueryProtocol(List<WireService> services) {
        servicesByVersion = services.stream()
                .filter(service -> service.description().namespace() != null)
                .collect(Collectors.toUnmodifiableMap(
                        service -> service.description().apiVersion(), service -> service));
    }

    @Override
    public boolean speaks(WireRequest request) {
        String type = request.header("content-type");
        return type != null && type.startsWith("application/x-www-form-urlencoded");
    }

    @Override
    public Call read(WireRequest request) {
        Map<String, Object> form = QueryForm.parse(request.body().asUtf8String());
        String action = Objects.toString(form.get("Action"), "");
        String version = Objects.toString(form.get("Version"), "");
        if (action.isEmpty()) {
            throw new WireException(new WireError("MissingAction", 400, "Missing Action"));
        }
        WireService service = servicesByVersion.get(version);
        if (service == null) {
            throw new WireException(WireError.unknownOperation(action, version));
        }
        return new Call(service, action, form, binder);
    }

    @Override
    public WireAnswer answer(WireRequest request, Call call, Served served, String requestId) {
        // The SDK reads the first child, whatever its name: the result stands before the metadata, empty or not.
        XmlWriter xml = new XmlWriter();
        xml.root(
                call.operation() + "Response",
                requireNonNull(call.service().description().namespace()),
                () -> {
                    xml.element(call.operation() + "Result", () -> xml.members(served.response()));
                    xml.element("ResponseMetadata", () -> xml.text("RequestId", requestId));
                });
        return answer(200, xml);
    }

    @Override
    public WireAnswer error(WireRequest request, WireError error, String requestId) {
        XmlWriter xml = new XmlWriter();
        xml.root("ErrorResponse", NO_SERVICE, () -> {
            xml.element("Error", () -> {
                xml.text("Type", error.senderFault() ? "Sender" : "Receiver");
                xml.text("Code", error.code());
                if (error.message() != null) {
                    xml.text("Message", error.message());
                }
                xml.members(error.members());
            });
            xml.text("RequestId", requestId);
        });
        return answer(error.status(), xml);
    }

    private static WireAnswer answer(int status, XmlWriter xml) {
        return new WireAnswer(status, "text/xml", SdkBytes.fromUtf8String(xml.toString()));
    }
}
