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

import java.io.ByteArrayInputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.io.UnsupportedFileException;

/**
 * The characters of an XML file, by its byte order mark or its declaration, otherwise UTF-8. Bytes that are no
 * characters are an error of the reader; the parser of the JDK would print them to the console first.
 */
final class XmlEncoding {
    private static final Pattern DECLARED = Pattern.compile("^<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([A-Za-z0-9._-]+)");
    private static final int LONGEST_DECLARATION = 200;

    private XmlEncoding() {}

    /** The characters of a file's bytes. */
    static Reader reader(String file, byte[] bytes) throws FileProblemException {
        int mark = 0;
        Charset charset;
        if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            charset = StandardCharsets.UTF_8;
            mark = 3;
        } else if (begins(bytes, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        } else if (begins(bytes, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        } else {
            charset = declared(file, bytes);
        }
        return new InputStreamReader(
                new ByteArrayInputStream(bytes, mark, bytes.length - mark),
                charset.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static Charset declared(String file, byte[] bytes) throws FileProblemException {
        int length = Math.min(bytes.length, LONGEST_DECLARATION);
        Matcher matcher = DECLARED.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
        if (!matcher.find()) {
            return StandardCharsets.UTF_8;
        }
        try {
            return Charset.forName(matcher.group(1));
        } catch (IllegalArgumentException e) {
            throw new UnsupportedFileException(
                    file, "line 1", "the encoding " + XmlCursor.quoted(matcher.group(1)) + " is not known", e);
        }
    }
}
