/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.scenelinear.exr.ExrFile;
import org.scenelinear.exr.codec.Codecs;
import org.scenelinear.io.FileAccessException;
import org.scenelinear.io.FileProblemException;
import org.scenelinear.run.Run;

/**
 * Whether an OpenEXR file is sound: every chunk of every part and level is unpacked, and headers are looked over.
 *
 * @param file the file's name
 * @param parts a sentence for each part
 * @param problems what is wrong, each with its place; none if the file is sound
 * @param notes what headers say that breaks a rule of the ACES container they claim, or contradicts itself
 */
public record ExrCheck(String file, List<String> parts, List<String> problems, List<String> notes) {
    /**
     * Checks a file.
     *
     * @param path an OpenEXR file
     * @param run how to work
     * @return what was found; a header that cannot be read is a problem too
     * @throws FileProblemException if there is no such file, or it cannot be opened
     */
    public static ExrCheck of(Path path, Run run) throws FileProblemException {
        List<String> parts = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        List<String> notes = new ArrayList<>();
        try (ExrFile file = ExrFile.open(path)) {
            for (int part = 0; part < file.headers().size(); part++) {
                List<FileProblemException> damage = new ArrayList<>();
                if (file.canRead(part)) {
                    file.check(part, damage::add, run);
                    long chunks = file.chunkCount(part);
                    parts.add("part " + part + ": " + (chunks - damage.size()) + " of " + chunks + " chunks are sound");
                } else {
                    parts.add("part " + part + ": compressed with "
                            + file.headers().get(part).compression().label() + ", which cannot be checked: "
                            + Codecs.NONE);
                }
                damage.forEach(problem -> problems.add(problem.place() + ": " + problem.what()));
            }
            ExrInfo.findings(file).forEach(finding -> notes.add(finding.toString()));
        } catch (FileAccessException e) {
            throw e;
        } catch (FileProblemException e) {
            problems.add(e.place() + ": " + e.what());
        }
        return new ExrCheck(path.toString(), List.copyOf(parts), List.copyOf(problems), List.copyOf(notes));
    }

    /** Whether nothing is wrong. */
    public boolean isSound() {
        return problems.isEmpty();
    }

    /** All of it, a line each. */
    public String text() {
        StringBuilder text = new StringBuilder();
        text.append(file).append(isSound() ? ": sound" : ": damaged").append('\n');
        parts.forEach(line -> text.append(line).append('\n'));
        problems.forEach(line -> text.append(line).append('\n'));
        notes.forEach(line -> text.append("note: ").append(line).append('\n'));
        return text.toString();
    }
}
