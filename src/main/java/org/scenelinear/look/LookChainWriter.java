/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.look;

import java.io.IOException;
import java.nio.file.Path;
import org.scenelinear.color.ColorSpace;
import org.scenelinear.io.TomlText;
import org.scenelinear.transform.CdlTransform;
import org.scenelinear.transform.ChannelValues;

/** Writes a look chain as TOML: what differs from the default, in a fixed order. */
final class LookChainWriter {
    private final StringBuilder text = new StringBuilder();

    private LookChainWriter() {}

    static void write(LookChain chain, Path file) throws IOException {
        LookChainWriter writer = new LookChainWriter();
        for (ChainedLook look : chain.looks()) {
            writer.look(look, file);
        }
        chain.output().ifPresent(writer::output);
        TomlText.write(writer.text.toString(), file);
    }

    private void look(ChainedLook look, Path file) {
        table("[[" + LookChainReader.LOOK + "]]");
        word("name", look.name());
        line("role", TomlText.quoted(look.role().label()));
        boolean inverse;
        if (look.content() instanceof ChainedLook.OfLibrary own) {
            word("look", own.name());
            inverse = own.inverse();
        } else if (look.content() instanceof ChainedLook.GamutCompression own) {
            word("look", LookChainReader.GAMUT_COMPRESS);
            inverse = own.inverse();
        } else if (look.content() instanceof ChainedLook.OfFile own) {
            word("file", TomlText.relative(own.file(), file));
            word("correction", own.correction());
            word("space", own.space().map(ColorSpace::name).orElse(""));
            inverse = own.inverse();
        } else {
            ChainedLook.Grade grade = (ChainedLook.Grade) look.content();
            CdlTransform cdl = grade.cdl();
            line("slope", triple(cdl.slope()));
            line("offset", triple(cdl.offset()));
            line("power", triple(cdl.power()));
            line("saturation", String.valueOf(cdl.saturation()));
            word("style", cdl.style().clamps() ? "clamp" : "");
            word("space", grade.space().map(ColorSpace::name).orElse("none"));
            inverse = cdl.style().isReverse();
        }
        word("direction", inverse ? "inverse" : "");
        word("through", look.through());
        if (look.strength() != 1) {
            line("strength", String.valueOf(look.strength()));
        }
        if (!look.on()) {
            line("on", "false");
        }
    }

    private void output(LookChain.Output output) {
        table("[output]");
        word("id", output.id());
        word("display", output.display());
        word("view", output.view());
    }

    private void table(String header) {
        text.append(text.isEmpty() ? "" : "\n").append(header).append('\n');
    }

    /** A text, unless it is empty. */
    private void word(String key, String value) {
        if (!value.isEmpty()) {
            line(key, TomlText.quoted(value));
        }
    }

    private void line(String key, String value) {
        text.append(key).append(" = ").append(value).append('\n');
    }

    private static String triple(ChannelValues values) {
        return "[" + values.r() + ", " + values.g() + ", " + values.b() + "]";
    }
}
