package org.muster.app.doctor;

import java.util.List;
import java.util.function.DoubleConsumer;

/** One thing that is looked at. It changes nothing that stays, and harms no service that runs beside it. */
interface Check {

    /** Its subject. */
    String subject();

    /**
     * Looks. May block; what it throws is told as a failure.
     *
     * @param progress hears how much of it is done, from 0 to 1, when that is known
     */
    List<Remark> look(Patient patient, DoubleConsumer progress) throws Exception;
}
