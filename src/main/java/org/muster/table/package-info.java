/** Incidents and protests as flat rows, for maps and spreadsheets: the columns, and their forms in GeoJSON and CSV. */
@NullMarked
package org.muster.table;

import org.jspecify.annotations.NullMarked;
