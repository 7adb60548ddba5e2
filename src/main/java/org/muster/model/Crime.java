package org.muster.model;

/** Whether what is reported is a crime. */
public enum Crime implements Slug {
    ALLEGED, RECORDED, NOT_A_CRIME
}
