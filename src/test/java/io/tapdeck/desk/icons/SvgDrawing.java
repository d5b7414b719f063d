package io.tapdeck.desk.icons;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.geometry.Rectangle2D;
import javafx.scene.Group;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.CycleMethod;
import javafx.scene.paint.LinearGradient;
import javafx.scene.paint.Paint;
import javafx.scene.paint.Stop;
import javafx.scene.shape.Rectangle;
import javafx.scene.shape.SVGPath;
import javafx.scene.shape.Shape;
import javafx.scene.shape.StrokeLineCap;
import javafx.scene.shape.StrokeLineJoin;
import javafx.scene.transform.Scale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** A square SVG of what our icons are made of: rectangles, paths and linear gradients. */
final class SvgDrawing {
    private final Document svg;
    private final double width;

    SvgDrawing(Path file) {
        try {
            svg = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        } catch (IOException | SAXException | ParserConfigurationException e) {
            throw new IllegalArgumentException(file + " is no SVG: " + e.getMessage(), e);
        }
        width = Double.parseDouble(
                svg.getDocumentElement().getAttribute("viewBox").split(" ", -1)[2]);
    }

    /** Draws it so many pixels wide, on nothing. Call it on the JavaFX thread. */
    WritableImage draw(int pixels) {
        Group drawing = new Group(children(svg.getDocumentElement())
                .filter(element -> !element.getTagName().equals("defs"))
                .map(this::shape)
                .toArray(Shape[]::new));
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setFill(Color.TRANSPARENT);
        parameters.setTransform(new Scale(pixels / width, pixels / width));
        parameters.setViewport(new Rectangle2D(0, 0, pixels, pixels));
        return drawing.snapshot(parameters, null);
    }

    private Shape shape(Element element) {
        Shape shape = switch (element.getTagName()) {
            case "rect" -> rectangle(element);
            case "path" -> path(element);
            default -> throw new IllegalArgumentException("<" + element.getTagName() + "> is not drawn here");
        };
        shape.setFill(paint(element.getAttribute("fill")));
        if (element.hasAttribute("stroke")) {
            shape.setStroke(paint(element.getAttribute("stroke")));
            shape.setStrokeWidth(number(element, "stroke-width"));
            shape.setStrokeLineCap(StrokeLineCap.ROUND);
            shape.setStrokeLineJoin(StrokeLineJoin.ROUND);
        }
        return shape;
    }

    private static Rectangle rectangle(Element element) {
        Rectangle rectangle = new Rectangle(
                number(element, "x"), number(element, "y"), number(element, "width"), number(element, "height"));
        rectangle.setArcWidth(2 * number(element, "rx"));
        rectangle.setArcHeight(2 * number(element, "rx"));
        return rectangle;
    }

    private static SVGPath path(Element element) {
        SVGPath path = new SVGPath();
        path.setContent(element.getAttribute("d"));
        return path;
    }

    private Paint paint(String words) {
        if (words.equals("none")) {
            return Color.TRANSPARENT;
        }
        return words.startsWith("url(#") ? gradient(words.substring(5, words.length() - 1)) : Color.web(words);
    }

    private LinearGradient gradient(String id) {
        NodeList gradients = svg.getElementsByTagName("linearGradient");
        Element gradient = IntStream.range(0, gradients.getLength())
                .mapToObj(index -> (Element) gradients.item(index))
                .filter(candidate -> candidate.getAttribute("id").equals(id))
                .findFirst()
                .orElseThrow();
        return new LinearGradient(
                number(gradient, "x1"),
                number(gradient, "y1"),
                number(gradient, "x2"),
                number(gradient, "y2"),
                true,
                CycleMethod.NO_CYCLE,
                children(gradient)
                        .map(stop -> new Stop(number(stop, "offset"), Color.web(stop.getAttribute("stop-color"))))
                        .toList());
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static Stream<Element> children(Element parent) {
        NodeList nodes = parent.getChildNodes();
        return IntStream.range(0, nodes.getLength())
                .mapToObj(nodes::item)
                .filter(Element.class::isInstance)
                .map(Element.class::cast);
    }
}
