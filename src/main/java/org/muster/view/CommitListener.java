package org.muster.view;

/** Hears of each commit, in order. */
@FunctionalInterface
public interface CommitListener {

    /** Called on the writer's thread after the view was published: hand over and return. */
    void committed(Commit commit);
}
