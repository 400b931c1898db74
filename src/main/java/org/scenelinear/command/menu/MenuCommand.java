/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.command.menu;

import ij.IJ;
import ij.ImagePlus;
import ij.Macro;
import ij.WindowManager;
import ij.gui.Plot;
import ij.macro.Interpreter;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.ij.ImagePlusConversion;
import org.scenelinear.image.StepException;
import org.scenelinear.ui.StepPreview;
import org.scijava.command.DynamicCommand;
import org.scijava.module.DefaultMutableModuleItem;
import org.scijava.module.MethodCallException;
import org.scijava.module.ModuleItem;
import org.scijava.module.MutableModuleItem;

/**
 * An entry of the menu. Its {@link Signature} says what it is called and takes; its SciJava inputs have the same names
 * and take their labels, choices and help from there. SciJava runs it by {@link #run()}, plain ImageJ by
 * {@link #runMacro} and {@link #runWith}; all three lead to {@link #execute}.
 *
 * <p>In a macro the options are read from the macro line itself, so that both hosts refuse the same: SciJava alone
 * takes a misspelled key or number in silence. A failure is told in one line and stops the macro.
 */
public abstract class MenuCommand extends DynamicCommand {
    /** The input of SciJava's dialog that switches the preview on. */
    private static final String PREVIEW = "preview";

    private String macroOptions;
    private StepPreview preview;
    private boolean dialogEnded;

    /** What it is called and takes. */
    public abstract Signature signature();

    /**
     * Does the work.
     *
     * @param arguments of {@link #signature}
     * @throws StepException if it cannot be done; the message says what to do about it
     * @throws IOException if a file cannot be read or written; the message names it
     */
    protected abstract void execute(Arguments arguments) throws StepException, IOException;

    /**
     * What a dialog shows first, as far as it depends on the active image.
     *
     * @param image the active image
     * @return values by key; keys may be missing
     */
    public Map<String, String> suggestions(ImagePlus image) {
        return Map.of();
    }

    /** The color space that an image itself says, as a suggestion for a key. */
    protected static Map<String, String> ownSpace(ImagePlus image, String key) {
        return ImagePlusConversion.color(image)
                .space()
                .map(space -> Map.of(key, space.name()))
                .orElse(Map.of());
    }

    /**
     * Whether the parameters are to be asked for. If not, the suggestions and defaults are taken.
     *
     * @param active the active image
     */
    public boolean needsDialog(Optional<ImagePlus> active) {
        return true;
    }

    /** A dialog of an entry's own, instead of the one that hosts make of its signature. */
    @FunctionalInterface
    public interface OwnDialog {
        /**
         * Asks for values.
         *
         * @param suggested values by key to show first
         * @return values by key, those that are recorded; empty if the user canceled
         */
        Optional<Map<String, String>> ask(Map<String, String> suggested);
    }

    /** The dialog of its own, if it has one. */
    public Optional<OwnDialog> ownDialog() {
        return Optional.empty();
    }

    /** The image to work on: that of the window in front, or in batch mode the one last selected. */
    protected Optional<ImagePlus> activeImage() {
        return Optional.ofNullable(WindowManager.getCurrentImage());
    }

    /**
     * The active image, for what cannot do without.
     *
     * @throws StepException if there is none
     */
    protected final ImagePlus source() throws StepException {
        return activeImage().orElseThrow(() -> new StepException("needs an open image"));
    }

    /** Shows a plot: in a window of its own kind, or without a screen as an image. */
    protected static void show(Plot plot) {
        if (GraphicsEnvironment.isHeadless()) {
            plot.getImagePlus().show();
        } else {
            plot.show();
        }
    }

    /**
     * Runs with the options of a macro line; a failure stops the macro.
     *
     * @param options {@code key=value} words; {@code key=&name} stands for a variable of the macro
     */
    public final void runMacro(String options) {
        attempt(() -> {
            try {
                return signature().arguments(withVariables(MacroOptions.parse(options)));
            } catch (StepException e) {
                throw labeled(e);
            }
        });
    }

    /**
     * Runs with values from a dialog.
     *
     * @param values by key
     */
    public final void runWith(Map<String, String> values) {
        attempt(() -> signature().arguments(values));
    }

    /** Prepares the inputs for the dialog, or, in a macro or without a screen, settles them so that none is asked. */
    @Override
    public void initialize() throws MethodCallException {
        super.initialize();
        macroOptions = Macro.getOptions();
        boolean unattended = macroOptions != null || GraphicsEnvironment.isHeadless();
        Map<String, String> shown =
                new HashMap<>(activeImage().map(this::suggestions).orElse(Map.of()));
        for (Parameter parameter : signature().parameters()) {
            String key = parameter.key();
            List<String> choices = dialogChoices(parameter, shown);
            describe(parameter, choices);
            boolean number =
                    parameter.kind() == Parameter.Kind.NUMBER || parameter.kind() == Parameter.Kind.WHOLE_NUMBER;
            if (isOpen(key) && (number || !unattended)) {
                Optional.ofNullable(shown.get(key))
                        .or(parameter::defaultValue)
                        .filter(value -> choices.isEmpty() || choices.contains(value))
                        .or(() -> choices.stream().findFirst())
                        .filter(value -> !value.isEmpty() || parameter.kind() != Parameter.Kind.INPUT_FILE)
                        .ifPresent(value -> setInput(key, value));
            }
        }
        if (unattended || !needsDialog(activeImage()) || ownDialog().isPresent()) {
            getInfo().inputs().forEach(item -> resolveInput(item.getName()));
        } else if (offersPreview()) {
            addPreviewBox();
        }
    }

    /** Whether nobody has given an input yet. By then SciJava has made a 0 of numbers that nobody gave. */
    private boolean isOpen(String key) {
        Object value = getInput(key);
        return !isInputResolved(key) && (value == null || value instanceof Number n && n.doubleValue() == 0);
    }

    private void describe(Parameter parameter, List<String> choices) {
        if (getInfo().getInput(parameter.key()) instanceof MutableModuleItem<?> item) {
            item.setLabel(parameter.label());
            item.setDescription(parameter.help());
            if (parameter.kind() == Parameter.Kind.CHOICE) {
                setChoices(item, choices);
                boolean leads = signature().parameters().stream()
                        .anyMatch(other -> other.leader().equals(Optional.of(parameter.key())));
                item.setCallback(leads ? "updateChoices" : null);
            }
        }
    }

    @SuppressWarnings("unchecked") // inputs with choices are strings
    private static void setChoices(MutableModuleItem<?> item, List<String> choices) {
        ((MutableModuleItem<String>) item).setChoices(choices);
    }

    /** SciJava calls it by its name when another choice was made that decides what others can be. */
    void updateChoices() {
        for (Parameter parameter : signature().parameters()) {
            ModuleItem<?> item = getInfo().getInput(parameter.key());
            List<String> choices = dialogChoices(parameter, values());
            if (parameter.leader().isPresent() && !choices.equals(item.getChoices())) {
                setChoices((MutableModuleItem<?>) item, choices);
                setInput(parameter.key(), choices.get(0));
            }
        }
    }

    /**
     * What a dialog offers for a choice.
     *
     * @param parameter the parameter
     * @param shown what it shows for this and others, by key
     * @return the choices that go with the others and, if there is a default that depends on the image, an empty one;
     *     the value shown too, even if it is in no list
     */
    public static List<String> dialogChoices(Parameter parameter, Map<String, String> shown) {
        if (parameter.leader().isPresent()) {
            return parameter.choices(shown);
        }
        List<String> choices = new ArrayList<>(parameter.choices());
        if (parameter.kind() == Parameter.Kind.CHOICE
                && parameter.defaultValue().filter(String::isEmpty).isPresent()) {
            choices.add(0, "");
        }
        String value = shown.get(parameter.key());
        if (parameter.kind() == Parameter.Kind.CHOICE && value != null && !choices.contains(value)) {
            choices.add(value);
        }
        return choices;
    }

    /** What makes the step to be previewed from a dialog's values; empty if the entry has no picture to show. */
    protected Optional<StepPreview.Steps> previewedSteps() {
        return Optional.empty();
    }

    /** Whether to take a previewed step is to write a file: so for all that have a file to write among their values. */
    protected boolean previewWrites() {
        return signature().parameters().stream().anyMatch(p -> p.kind() == Parameter.Kind.OUTPUT_FILE);
    }

    /**
     * Whether a dialog has a box that switches {@link #showPreview} on. What writes a file has none, since to take its
     * step is to write.
     */
    public final boolean offersPreview() {
        return !previewWrites() && previewedSteps().isPresent() && activeImage().isPresent();
    }

    /**
     * Shows what values would make of the active image, in a window of its own that is no image. Returns at once.
     *
     * @param values by key, as {@link #runWith}
     */
    public final synchronized void showPreview(Map<String, String> values) {
        if (dialogEnded || !offersPreview()) {
            return; // SciJava may tell of the last change later than of OK
        }
        if (preview == null) {
            preview = new StepPreview(
                    activeImage().orElseThrow(), previewedSteps().orElseThrow());
        }
        preview.show(values);
    }

    /** Takes the preview from the screen until the next is asked for. */
    public final synchronized void hidePreview() {
        if (preview != null) {
            preview.hide();
        }
    }

    /** Ends the preview: the dialog is gone. */
    public final synchronized void closePreview() {
        dialogEnded = true;
        if (preview != null) {
            preview.close();
        }
    }

    /** No field, so that the box is there in dialogs alone: macros and headless calls know nothing of it. */
    private void addPreviewBox() {
        MutableModuleItem<Boolean> box = new DefaultMutableModuleItem<>(this, PREVIEW, Boolean.class);
        box.setLabel("Preview");
        box.setDescription("Shows the slice in front as it will be. The image stays as it is.");
        box.setRequired(false);
        box.setPersisted(false);
        getInfo().addInput(box);
    }

    /** SciJava calls it when its dialog opens and after each change there. */
    @Override
    public final void preview() {
        if (Boolean.TRUE.equals(getInput(PREVIEW))) {
            showPreview(values());
        } else {
            hidePreview();
        }
    }

    /** SciJava calls it when its dialog was canceled. */
    @Override
    public final void cancel() {
        closePreview();
    }

    /** Runs with the values SciJava has set. */
    @Override
    public final void run() {
        if (macroOptions != null) {
            runMacro(macroOptions);
            return;
        }
        if (getInfo().getInput(PREVIEW) != null) {
            getInfo().removeInput(getInfo().getInput(PREVIEW)); // what is recorded from here on is the macro line
        }
        if (ownDialog().isPresent() && !GraphicsEnvironment.isHeadless()) {
            runWithOwnDialog();
        } else {
            runWith(values());
        }
    }

    /** What is an input when the run ends is recorded, so only those remain that the dialog returned. */
    private void runWithOwnDialog() {
        Map<String, String> suggested =
                new HashMap<>(activeImage().map(this::suggestions).orElse(Map.of()));
        suggested.putAll(values());
        Optional<Map<String, String>> answer = ownDialog().orElseThrow().ask(suggested);
        if (answer.isEmpty()) {
            closePreview();
            cancel(null);
            return;
        }
        for (Parameter parameter : signature().parameters()) {
            String key = parameter.key();
            String value = answer.get().get(key);
            if (value == null) {
                getInfo().removeInput(getInfo().getInput(key));
            } else {
                setInput(key, value);
            }
        }
        runWith(answer.get());
    }

    private Map<String, String> values() {
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : signature().parameters()) {
            Object value = getInput(parameter.key());
            if (value != null) {
                values.put(parameter.key(), value.toString());
            }
        }
        return values;
    }

    private interface ArgumentSource {
        Arguments get() throws StepException;
    }

    private void attempt(ArgumentSource arguments) {
        closePreview();
        try {
            execute(arguments.get());
        } catch (StepException | IOException e) {
            fail(e.getMessage());
        } catch (CancellationException e) {
            IJ.showStatus(signature().label() + " canceled");
            cancel(null);
            stopMacro();
        } catch (OutOfMemoryError e) {
            fail("there is not enough memory; see Edit > Options > Memory & Threads");
        }
    }

    private StepException labeled(StepException problem) {
        return new StepException(line(problem.getMessage()));
    }

    private String line(String message) {
        String label = signature().label();
        return message.startsWith(label) ? message : label + ": " + message;
    }

    /** Tells people what went wrong: in the log if nobody may be watching, else in a dialog. */
    private void fail(String message) {
        String line = line(message);
        boolean unattended = macroOptions != null || IJ.isMacro() || GraphicsEnvironment.isHeadless();
        if (unattended) {
            IJ.log(line);
        } else if (getContext() == null) {
            IJ.error("SceneLinear", line.replaceAll("(.{90}\\S*) ", "$1\n")); // ImageJ breaks no lines
        }
        cancel(line);
        stopMacro();
    }

    /**
     * Stops the macro or script that called; neither an exception nor a canceled command does so in SciJava's hosts.
     * ImageJ's call waits for the macro to end, and the macro waits for this command, hence another thread.
     */
    private static void stopMacro() {
        Interpreter macro = Interpreter.getInstance();
        if (macro == null) {
            if (IJ.macroRunning()) {
                Macro.abort(); // a script that called IJ.run
            }
            return;
        }
        Thread stopping = new Thread(macro::abortMacro, "SceneLinear stops macro");
        stopping.setDaemon(true);
        stopping.start();
        while (!macro.done() && stopping.isAlive()) {
            IJ.wait(1);
        }
    }

    private static Map<String, String> withVariables(Map<String, String> values) throws StepException {
        Map<String, String> resolved = new LinkedHashMap<>(values);
        for (Map.Entry<String, String> entry : resolved.entrySet()) {
            if (entry.getValue().startsWith("&")) {
                Interpreter macro = Interpreter.getInstance();
                String name = entry.getValue().substring(1);
                String value = macro == null ? null : macro.getVariableAsString(name);
                if (value == null) {
                    throw new StepException(
                            entry.getKey() + "=&" + name + " is not allowed; the macro has no variable " + name);
                }
                entry.setValue(value);
            }
        }
        return resolved;
    }
}
