package org.muster.push;

public final class Stream implements org.muster.view.CommitListener {
    @Override
    public void committed(org.muster.view.Commit commit) {}

    public void closeAll(org.muster.model.Rejection why) {}

    public void install(io.vertx.ext.web.Router router) {}
}
