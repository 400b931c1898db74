/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.lut;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.TransformChain;

/**
 * Reads the Common LUT Format (Academy S-2014-006, versions 1 to 3, and SMPTE ST 2136-1), and its relative CTF as far
 * as the nodes are the same. A node, an element or an attribute of a node that is not known is an error.
 */
final class ClfReader {
    /** The first number of the newest version of each of the two formats. */
    private static final int NEWEST_CLF = 3;

    private static final int NEWEST_CTF = 2;

    private final XmlCursor xml;
    private final long fileSize;
    private final LutFiles.Options options;

    private final List<ColorTransform> transforms = new ArrayList<>();
    private final List<String> descriptions = new ArrayList<>();
    private final List<LookFile.Info> info = new ArrayList<>();
    private String id = "";
    private String inputDescriptor = "";
    private String outputDescriptor = "";
    private BitDepth depth;

    private ClfReader(XmlCursor xml, long fileSize, LutFiles.Options options) {
        this.xml = xml;
        this.fileSize = fileSize;
        this.options = options;
    }

    /** The look in a file's bytes. */
    static LookFile read(String file, byte[] bytes, LutFiles.Options options) throws FileProblemException {
        return new ClfReader(XmlCursor.open(file, bytes), bytes.length, options).read();
    }

    private LookFile read() throws FileProblemException {
        if (!xml.name().equals("ProcessList")) {
            throw xml.invalid("the first element is not ProcessList, so this is no Common LUT Format file");
        }
        Map<String, String> attributes = xml.attributes();
        boolean needsId = checkVersion(attributes);
        id = attributes.getOrDefault("id", "");
        while (xml.nextChild()) {
            child();
        }
        if (needsId && id.isEmpty()) {
            throw xml.invalid("the id is missing");
        }
        if (transforms.isEmpty()) {
            throw xml.invalid("there is no node, so the file does nothing");
        }
        xml.finish();
        return new LookFile(
                new TransformChain(transforms),
                id,
                attributes.getOrDefault("name", ""),
                attributes.getOrDefault("inverseOf", ""),
                descriptions,
                inputDescriptor,
                outputDescriptor,
                info);
    }

    /** Whether it is a version that has to have an id. */
    private boolean checkVersion(Map<String, String> attributes) throws FileProblemException {
        String clf = attributes.get("compCLFversion");
        String ctf = attributes.get("version");
        String namespace = attributes.getOrDefault("xmlns", "");
        if (clf == null && ctf == null) {
            if (!namespace.contains("smpte-ra.org/ns/2136-1") && !namespace.startsWith("urn:AMPAS:CLF:v3")) {
                throw xml.invalid("the attribute compCLFversion is missing");
            }
            return true;
        }
        String version = clf == null ? ctf : clf;
        int newest = clf == null ? NEWEST_CTF : NEWEST_CLF;
        if (!version.strip().matches("[0-9]{1,4}(\\.[0-9]{1,4}){0,2}")) {
            throw xml.invalid("the version " + XmlCursor.quoted(version) + " is not one");
        }
        int first = Integer.parseInt(version.strip().replaceAll("\\..*", ""));
        if (first < 1 || first > newest) {
            throw xml.unsupported("the version " + version + " is not known, only those up to " + newest);
        }
        return clf != null;
    }

    private void child() throws FileProblemException {
        String name = xml.name();
        switch (name) {
            case "Description" -> descriptions.add(xml.text());
            case "InputDescriptor" -> inputDescriptor = xml.text();
            case "OutputDescriptor" -> outputDescriptor = xml.text();
            case "Id" -> id = xml.text();
            case "Info" -> xml.leaves("", (path, text) -> info.add(new LookFile.Info(path, text)));
            case "Matrix" -> add(new ClfNode(xml, fileSize, ClfTables.MATRIX), ClfTables::matrix);
            case "LUT1D" -> add(new ClfNode(xml, fileSize, ClfTables.LUT_1D), ClfTables::lut1D);
            case "InverseLUT1D" -> add(new ClfNode(xml, fileSize, ClfTables.LUT_1D), ClfTables::inverseLut1D);
            case "LUT3D" ->
                add(
                        new ClfNode(xml, fileSize, ClfTables.LUT_3D),
                        node -> ClfTables.lut3D(node, options.interpolation()));
            case "Range" -> add(new ClfNode(xml, fileSize, ClfCurves.STYLE), ClfCurves::range);
            case "Log" -> add(new ClfNode(xml, fileSize, ClfCurves.STYLE), ClfCurves::log);
            case "Exponent", "Gamma" -> add(new ClfNode(xml, fileSize, ClfCurves.STYLE), ClfCurves::exponent);
            case "ASC_CDL" -> add(new ClfNode(xml, fileSize, ClfCurves.STYLE), ClfCurves::cdl);
            default ->
                throw xml.unsupported("the node " + name + " is not known; without it the picture would be wrong");
        }
    }

    /** What makes a transform of a node. */
    private interface NodeReader {
        ColorTransform read(ClfNode node) throws FileProblemException;
    }

    private void add(ClfNode node, NodeReader reader) throws FileProblemException {
        if (depth != null && depth != node.in) {
            throw node.invalid("the inBitDepth " + node.in.text() + " is not the outBitDepth " + depth.text()
                    + " of the node before");
        }
        depth = node.out;
        try {
            transforms.add(reader.read(node));
        } catch (IllegalArgumentException e) {
            throw node.invalid(e.getMessage());
        }
    }
}
