package org.muster.config;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** One key of {@code muster.yaml}. All values are written as in the file: {@code 8080}, {@code 64KiB}, {@code 10s}. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
@interface Setting {

    /** What holds when the key is absent; lists are separated by commas, and so are the pairs of a mapping. */
    String value();

    /** The least that is allowed; empty for no bound. */
    String min() default "";

    /** The most that is allowed; empty for no bound. */
    String max() default "";

    /** What it does and why it is there, for the table of settings. */
    String doc();
}
