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
import ij.macro.Interpreter;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.scenelinear.command.macro.Arguments;
import org.scenelinear.command.macro.MacroOptions;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.image.StepException;
import org.scijava.command.DynamicCommand;
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
    private String macroOptions;

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

    /**
     * Whether the parameters are to be asked for. If not, the suggestions and defaults are taken.
     *
     * @param active the active image
     */
    public boolean needsDialog(Optional<ImagePlus> active) {
        return true;
    }

    /** The image to work on: that of the window in front, or in batch mode the one last selected. */
    protected Optional<ImagePlus> activeImage() {
        return Optional.ofNullable(WindowManager.getCurrentImage());
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
        Map<String, String> suggested = activeImage().map(this::suggestions).orElse(Map.of());
        for (Parameter parameter : signature().parameters()) {
            String key = parameter.key();
            describe(getInfo().getInput(key), parameter, suggested.get(key));
            if (!unattended && !isInputResolved(key) && getInput(key) == null) {
                Optional.ofNullable(suggested.get(key))
                        .or(parameter::defaultValue)
                        .or(() -> parameter.choices().stream().findFirst())
                        .filter(value -> !value.isEmpty() || parameter.kind() != Parameter.Kind.INPUT_FILE)
                        .ifPresent(value -> setInput(key, value));
            }
        }
        if (unattended || !needsDialog(activeImage())) {
            getInfo().inputs().forEach(item -> resolveInput(item.getName()));
        }
    }

    private static void describe(ModuleItem<?> input, Parameter parameter, String suggested) {
        if (input instanceof MutableModuleItem<?> item) {
            item.setLabel(parameter.label());
            item.setDescription(parameter.help());
            if (parameter.kind() == Parameter.Kind.CHOICE) {
                setChoices(item, dialogChoices(parameter, suggested));
            }
        }
    }

    @SuppressWarnings("unchecked") // inputs with choices are strings
    private static void setChoices(MutableModuleItem<?> item, List<String> choices) {
        ((MutableModuleItem<String>) item).setChoices(choices);
    }

    /**
     * What a dialog offers for a choice.
     *
     * @param parameter the parameter
     * @param suggested what it shows first, null if there is no suggestion
     * @return the choices and, if it may be left out, an empty one; the suggestion too, even if no list has it
     */
    public static List<String> dialogChoices(Parameter parameter, String suggested) {
        List<String> choices = new ArrayList<>(parameter.choices());
        if (parameter.defaultValue().filter(String::isEmpty).isPresent()) {
            choices.add(0, "");
        }
        if (suggested != null && !choices.contains(suggested)) {
            choices.add(suggested);
        }
        return choices;
    }

    /** Runs with the values SciJava has set. */
    @Override
    public final void run() {
        if (macroOptions != null) {
            runMacro(macroOptions);
            return;
        }
        Map<String, String> values = new LinkedHashMap<>();
        for (Parameter parameter : signature().parameters()) {
            Object value = getInput(parameter.key());
            if (value != null) {
                values.put(parameter.key(), value.toString());
            }
        }
        runWith(values);
    }

    private interface ArgumentSource {
        Arguments get() throws StepException;
    }

    private void attempt(ArgumentSource arguments) {
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
            IJ.error("SceneLinear", line);
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
