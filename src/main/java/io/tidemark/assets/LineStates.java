package io.tidemark.assets;

import java.util.Arrays;

/**
 * How a client stands towards each line, by the line's name, so that it carries over from one policy version to the
 * next. Immutable; lines at rest take no room.
 */
public final class LineStates {
    public static final LineStates AT_REST = new LineStates(new String[0], new LineState[0]);

    private final String[] names;
    private final LineState[] states;

    private LineStates(String[] names, LineState[] states) {
        this.names = names;
        this.states = states;
    }

    public LineState of(String line) {
        int index = find(line);
        return index < 0 ? LineState.AT_REST : states[index];
    }

    public LineStates with(String line, LineState state) {
        int index = find(line);
        if (index < 0) {
            return state.isAtRest() ? this : added(line, state);
        }
        if (states[index].equals(state)) {
            return this;
        }
        if (state.isAtRest()) {
            return without(index);
        }
        LineState[] changed = states.clone();
        changed[index] = state;
        return new LineStates(names, changed);
    }

    public int size() {
        return names.length;
    }

    /** Calls for each line that is not at rest. */
    public void forEach(Visitor visitor) {
        for (int i = 0; i < names.length; i++) {
            visitor.line(names[i], states[i]);
        }
    }

    private int find(String line) {
        for (int i = 0; i < names.length; i++) {
            if (names[i].equals(line)) {
                return i;
            }
        }
        return -1;
    }

    private LineStates added(String line, LineState state) {
        String[] moreNames = Arrays.copyOf(names, names.length + 1);
        LineState[] moreStates = Arrays.copyOf(states, states.length + 1);
        moreNames[names.length] = line;
        moreStates[states.length] = state;
        return new LineStates(moreNames, moreStates);
    }

    private LineStates without(int index) {
        if (names.length == 1) {
            return AT_REST;
        }
        String[] fewerNames = new String[names.length - 1];
        LineState[] fewerStates = new LineState[states.length - 1];
        for (int from = 0, to = 0; from < names.length; from++) {
            if (from != index) {
                fewerNames[to] = names[from];
                fewerStates[to++] = states[from];
            }
        }
        return new LineStates(fewerNames, fewerStates);
    }

    /** Sees one line that is not at rest. */
    @FunctionalInterface
    public interface Visitor {
        void line(String name, LineState state);
    }
}
