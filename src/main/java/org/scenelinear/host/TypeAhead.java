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

import java.awt.Choice;
import java.awt.event.ItemEvent;
import java.awt.event.ItemListener;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Locale;
import java.util.function.BiPredicate;
import java.util.stream.IntStream;

/**
 * Finds an item of a long list by typing: the first that begins with what was typed, else the first that has it
 * somewhere. AWT's own lists find nothing on some systems and the first letter alone on others.
 */
final class TypeAhead extends KeyAdapter {
    /** After a pause this long what is typed is a new word. */
    private static final long PAUSE_MILLISECONDS = 1500;

    private final Choice menu;
    private String typed = "";
    private long last;

    /**
     * To be added to a list as its key listener.
     *
     * @param menu the list
     */
    TypeAhead(Choice menu) {
        this.menu = menu;
    }

    @Override
    public void keyTyped(KeyEvent event) {
        if (Character.isISOControl(event.getKeyChar()) || event.isControlDown() || event.isMetaDown()) {
            return;
        }
        typed = event.getWhen() - last > PAUSE_MILLISECONDS ? "" : typed;
        last = event.getWhen();
        typed += event.getKeyChar();
        if (typed.isBlank()) {
            typed = ""; // a space alone opens the list on some systems
            return;
        }
        int found = find(
                IntStream.range(0, menu.getItemCount()).mapToObj(menu::getItem).toList(), typed);
        if (found >= 0 && found != menu.getSelectedIndex()) {
            menu.select(found);
            ItemEvent change =
                    new ItemEvent(menu, ItemEvent.ITEM_STATE_CHANGED, menu.getItem(found), ItemEvent.SELECTED);
            for (ItemListener listener : menu.getItemListeners()) {
                listener.itemStateChanged(change);
            }
        }
    }

    /**
     * The item that is meant.
     *
     * @param items all there are
     * @param word what was typed; case does not matter
     * @return its index, -1 if none has the word
     */
    static int find(List<String> items, String word) {
        int beginning = first(items, word, String::startsWith);
        return beginning >= 0 ? beginning : first(items, word, String::contains);
    }

    private static int first(List<String> items, String word, BiPredicate<String, String> test) {
        String wanted = word.toLowerCase(Locale.ROOT);
        return IntStream.range(0, items.size())
                .filter(i -> test.test(items.get(i).toLowerCase(Locale.ROOT), wanted))
                .findFirst()
                .orElse(-1);
    }
}
