package org.muster.model;

/** Officers by where they stand; {@code enRoute} holds committed ones too. Planned ones come from protests' plans. */
public record Strength(int atScene, int enRoute, int requested, int planned) {

    public static final Strength NONE = new Strength(0, 0, 0, 0);
}
