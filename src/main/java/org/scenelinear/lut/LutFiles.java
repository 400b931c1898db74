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

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.scenelinear.io.AtomicFile;
import org.scenelinear.io.ByteSource;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.SizeLimits;
import org.scenelinear.io.UnsupportedFileException;
import org.scenelinear.transform.ColorTransform;
import org.scenelinear.transform.Lut3D;
import org.scenelinear.transform.TransformChain;

/**
 * Reads and writes files of looks; the ending of the name says which format.
 *
 * <pre>{@code
 * LookFile look = LutFiles.read(Path.of("look.clf"));
 * TransformRunner.apply(look.chain().compile(), planes, planes, planes[0].length, run);
 * }</pre>
 *
 * <p>Read: {@code .clf} and {@code .ctf} (Common LUT Format); {@code .cc}, {@code .ccc} and {@code .cdl} (color
 * decisions); {@code .cube}, {@code .spi1d}, {@code .spi3d}, {@code .spimtx}, {@code .3dl} and {@code .csp} (tables).
 * Written: {@code .clf}, {@code .cube}, {@code .spi1d} and {@code .spi3d}.
 */
public final class LutFiles {
    private LutFiles() {}

    /**
     * What a file leaves open.
     *
     * @param correction the id of a color correction in a file of several; empty for the first
     * @param interpolation of three-dimensional tables for which the file names none
     */
    public record Options(String correction, Lut3D.Interpolation interpolation) {
        /** The first correction; tetrahedral. */
        public static final Options DEFAULT = new Options("", Lut3D.Interpolation.TETRAHEDRAL);
    }

    /** Reads a file with the {@linkplain Options#DEFAULT default} choices. */
    public static LookFile read(Path path) throws FileProblemException {
        return read(path, Options.DEFAULT);
    }

    /**
     * Reads a file.
     *
     * @param path the file; the ending of its name says which format, upper or lower case
     * @param options what the file leaves open
     * @return what is in it
     * @throws FileProblemException if it cannot be read, is broken, or uses what is not known here
     */
    public static LookFile read(Path path, Options options) throws FileProblemException {
        return read(path.toString(), bytes(path), options);
    }

    /**
     * Reads what is in memory already.
     *
     * @param name of the file, for messages; its ending says which format, upper or lower case
     * @param content the bytes of the file
     * @param options what the file leaves open
     * @return what is in it
     * @throws FileProblemException if it is broken, or uses what is not known here
     */
    public static LookFile read(String name, byte[] content, Options options) throws FileProblemException {
        return switch (ending(name)) {
            case "clf", "ctf" -> ClfReader.read(name, content, options);
            case "cc", "ccc", "cdl" -> CdlReader.read(name, content, options.correction());
            case "cube" -> CubeReader.read(name, content, options);
            case "spi1d" -> Spi1dReader.read(name, content);
            case "spi3d" -> Spi3dReader.read(name, content, options);
            case "spimtx" -> SpimtxReader.read(name, content);
            case "3dl" -> ThreeDlReader.read(name, content, options);
            case "csp" -> CspReader.read(name, content, options);
            default ->
                throw new UnsupportedFileException(
                        name, "", "the ending ." + ending(name) + " is not that of a look file known here");
        };
    }

    /**
     * All the color corrections in a {@code .cc}, {@code .ccc} or {@code .cdl} file.
     *
     * @param path the file
     * @return one look for each, with its id, in the order of the file
     * @throws FileProblemException as {@link #read(Path, Options)} does
     */
    public static List<LookFile> readCorrections(Path path) throws FileProblemException {
        return CdlReader.readAll(path.toString(), bytes(path));
    }

    /** What writes a look as text. */
    private interface Format {
        void write(LookFile look, Writer out) throws IOException;
    }

    /**
     * Writes a file, whole or not at all.
     *
     * @param look what to write; {@code .clf} holds all of it, {@code .cube} the tables, name and descriptions,
     *     {@code .spi1d} and {@code .spi3d} the table alone
     * @param path the file; the ending of its name says which of these formats, upper or lower case
     * @throws IllegalArgumentException if the format cannot hold the transforms
     * @throws FileProblemException if the ending is not one of these, or the file cannot be written
     * @throws IOException if writing fails
     */
    public static void write(LookFile look, Path path) throws IOException {
        Format format = switch (ending(path.toString())) {
            case "clf" -> ClfWriter::write;
            case "cube" -> TableText::cube;
            case "spi1d" -> TableText::spi1d;
            case "spi3d" -> TableText::spi3d;
            default ->
                throw new UnsupportedFileException(
                        path.toString(),
                        "",
                        "the ending ." + ending(path.toString())
                                + " is not one that is written: .clf, .cube, .spi1d, .spi3d");
        };
        AtomicFile.write(path, channel -> {
            Writer out = new BufferedWriter(Channels.newWriter(channel, StandardCharsets.UTF_8));
            format.write(look, out);
            out.flush();
        });
    }

    /**
     * What a Common LUT Format file of a look holds, in UTF-8.
     *
     * @throws IllegalArgumentException if the format cannot hold the transforms
     */
    public static byte[] clf(LookFile look) {
        StringWriter out = new StringWriter();
        try {
            ClfWriter.write(look, out);
        } catch (IOException e) {
            throw new IllegalStateException("writing into memory does not fail", e);
        }
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    /**
     * Whether a Common LUT Format file can hold a transform as it is, without tables made of it.
     *
     * @param transform any, also a chain
     */
    public static boolean hasClfNodes(ColorTransform transform) {
        return ClfNodes.flattened(TransformChain.of(transform)).stream().allMatch(ClfNodes::has);
    }

    private static String ending(String file) {
        String name = file.substring(Math.max(file.lastIndexOf('/'), file.lastIndexOf('\\')) + 1);
        return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    }

    private static byte[] bytes(Path path) throws FileProblemException {
        try (ByteSource source = ByteSource.open(path)) {
            byte[] bytes = new byte[SizeLimits.arraySize(source.name(), "", source.size(), 1)];
            source.read("", 0, bytes, 0, bytes.length);
            return bytes;
        }
    }
}
