/*-
 * #%L
 * SceneLinear: scene-linear HDR images in ImageJ and Fiji.
 * %%
 * Copyright (C) 2026 SceneLinear developers
 * %%
 * SPDX-License-Identifier: BSD-2-Clause
 * #L%
 */
package org.scenelinear.host;

import ij.gui.GenericDialog;
import ij.io.OpenDialog;
import ij.io.SaveDialog;
import java.awt.Checkbox;
import java.awt.Choice;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.scenelinear.command.macro.Parameter;
import org.scenelinear.command.macro.Parameter.Kind;
import org.scenelinear.command.macro.Signature;
import org.scenelinear.command.menu.MenuCommand;

/**
 * ImageJ's dialogs for the parameters of a menu entry: a file chooser for a file to read that must be given, then a
 * dialog for all else, then a file chooser for a file to write, which asks before it replaces one. ImageJ records the
 * first word of each label and title as the key.
 */
final class ParameterDialog {
    private final MenuCommand command;
    private final Map<String, String> suggested;
    private final Map<String, String> values = new LinkedHashMap<>();

    private ParameterDialog(MenuCommand command, Map<String, String> suggested) {
        this.command = command;
        this.suggested = suggested;
    }

    /**
     * Asks for values.
     *
     * @param command what they are for
     * @param suggested values by key to show first instead of the defaults
     * @return values by key, empty if the user canceled
     */
    static Optional<Map<String, String>> ask(MenuCommand command, Map<String, String> suggested) {
        ParameterDialog dialog = new ParameterDialog(command, suggested);
        boolean answered = dialog.askFile(Kind.INPUT_FILE) && dialog.askOptions() && dialog.askFile(Kind.OUTPUT_FILE);
        return answered ? Optional.of(dialog.values) : Optional.empty();
    }

    private boolean askFile(Kind kind) {
        for (Parameter parameter : command.signature().parameters()) {
            if (parameter.kind() == kind && !isField(parameter)) {
                String known = suggested.get(parameter.key());
                boolean optional = parameter.defaultValue().isPresent();
                String path = optional && known != null ? known : choose(parameter, kind, known);
                if (path == null) {
                    return false;
                }
                values.put(parameter.key(), path);
            }
        }
        return true;
    }

    /** Whether a file is asked for among the other parameters: one to read that may be left out. */
    private boolean isField(Parameter parameter) {
        return parameter.kind() == Kind.INPUT_FILE
                && parameter.defaultValue().isPresent()
                && command.signature().parameters().stream().anyMatch(p -> !isFile(p));
    }

    private static boolean isFile(Parameter parameter) {
        return parameter.kind() == Kind.INPUT_FILE || parameter.kind() == Kind.OUTPUT_FILE;
    }

    private static String choose(Parameter parameter, Kind kind, String known) {
        if (kind == Kind.INPUT_FILE) {
            return new OpenDialog(parameter.label() + " to open...").getPath();
        }
        String proposed =
                known == null ? "untitled.exr" : String.valueOf(Path.of(known).getFileName());
        String suffix = proposed.substring(Math.max(0, proposed.lastIndexOf('.')));
        SaveDialog dialog = new SaveDialog(parameter.label() + " to save...", proposed, suffix);
        String name = dialog.getFileName();
        return name == null ? null : dialog.getDirectory() + name;
    }

    private boolean askOptions() {
        Signature signature = command.signature();
        List<Parameter> options = signature.parameters().stream()
                .filter(p -> !isFile(p) || isField(p))
                .toList();
        if (options.isEmpty()) {
            return true;
        }
        GenericDialog dialog = new GenericDialog(signature.label().replaceAll("[.]+$", ""));
        options.forEach(option -> add(dialog, option));
        Optional<Checkbox> preview = command.offersPreview() ? Optional.of(addPreviewBox(dialog)) : Optional.empty();
        choiceMenus(dialog).forEach(menu -> menu.addKeyListener(new TypeAhead(menu)));
        dialog.addHelp(help(signature));
        dialog.addDialogListener((changed, event) -> {
            read(dialog, options);
            if (event != null) { // else the dialog has ended and is read to be recorded
                updateChoices(dialog, options);
                preview.ifPresent(this::updatePreview);
            }
            return true;
        });
        dialog.showDialog();
        if (dialog.wasCanceled()) {
            return false;
        }
        read(dialog, options);
        return true;
    }

    /** ImageJ records a box when it reads it as the next; this one is only ever looked at. */
    private static Checkbox addPreviewBox(GenericDialog dialog) {
        dialog.addCheckbox("Preview", false);
        return (Checkbox) dialog.getCheckboxes().lastElement();
    }

    private void updatePreview(Checkbox box) {
        if (box.getState()) {
            command.showPreview(values);
        } else {
            command.hidePreview();
        }
    }

    private void read(GenericDialog dialog, List<Parameter> options) {
        for (Parameter option : options) {
            values.put(option.key(), next(dialog, option));
        }
    }

    /** Offers what goes with the other values. Where that changes, the first of it is taken. */
    private void updateChoices(GenericDialog dialog, List<Parameter> options) {
        List<Parameter> choices =
                options.stream().filter(o -> o.kind() == Kind.CHOICE).toList();
        for (int i = 0; i < choices.size(); i++) {
            Parameter parameter = choices.get(i);
            Choice menu = choiceMenus(dialog).get(i);
            List<String> fitting = MenuCommand.dialogChoices(parameter, values);
            if (parameter.leader().isPresent() && !fitting.equals(items(menu))) {
                menu.removeAll();
                fitting.forEach(menu::add);
                values.put(parameter.key(), menu.getSelectedItem());
                dialog.pack();
            }
        }
    }

    @SuppressWarnings("unchecked") // ImageJ's own API is without types
    private static List<Choice> choiceMenus(GenericDialog dialog) {
        return dialog.getChoices() == null ? List.of() : List.copyOf(dialog.getChoices());
    }

    private static List<String> items(Choice menu) {
        return IntStream.range(0, menu.getItemCount()).mapToObj(menu::getItem).toList();
    }

    private void add(GenericDialog dialog, Parameter option) {
        String value = Optional.ofNullable(suggested.get(option.key()))
                .or(option::defaultValue)
                .orElse("");
        switch (option.kind()) {
            case CHOICE ->
                dialog.addChoice(
                        option.label(),
                        MenuCommand.dialogChoices(option, suggested).toArray(String[]::new),
                        value);
            case NUMBER, WHOLE_NUMBER ->
                dialog.addNumericField(
                        option.label(), Double.parseDouble(value), Math.max(0, new BigDecimal(value).scale()));
            case INPUT_FILE -> dialog.addFileField(option.label(), value, 20);
            default -> dialog.addStringField(option.label(), value, 20);
        }
    }

    private static String next(GenericDialog dialog, Parameter option) {
        return switch (option.kind()) {
            case CHOICE -> dialog.getNextChoice();
            case NUMBER, WHOLE_NUMBER -> text(dialog.getNextNumber());
            default -> dialog.getNextString();
        };
    }

    private static String text(double number) {
        return Double.isFinite(number)
                ? BigDecimal.valueOf(number).stripTrailingZeros().toPlainString()
                : String.valueOf(number);
    }

    private static String help(Signature signature) {
        StringBuilder text =
                new StringBuilder("<html><p>").append(signature.help()).append("</p>");
        for (Parameter parameter : signature.parameters()) {
            text.append("<p><b>").append(parameter.label()).append("</b>: ");
            text.append(parameter.help()).append("</p>");
        }
        return text.append("</html>").toString();
    }
}
