package org.muster.geo;

import org.muster.model.Position;

/**
 * The referee for distances: T. Vincenty, Direct and Inverse Solutions of Geodesics on the Ellipsoid, Survey Review 23
 * (1975), on WGS 84. Nothing of it is shared with what it judges.
 */
final class Vincenty {
    private static final double A = 6_378_137;
    private static final double F = 1 / 298.257223563;
    private static final double B = A * (1 - F);
    private static final int ROUNDS_MAX = 200;

    private Vincenty() {}

    /** Metres along the shortest way; NaN for places nearly opposite to each other. */
    static double metres(Position one, Position other) {
        double u1 = Math.atan((1 - F) * Math.tan(Math.toRadians(one.lat())));
        double u2 = Math.atan((1 - F) * Math.tan(Math.toRadians(other.lat())));
        double east = Math.toRadians(Math.IEEEremainder(other.lon() - one.lon(), 360));
        double lambda = east;
        for (int round = 0; round < ROUNDS_MAX; round++) {
            double x = Math.cos(u2) * Math.sin(lambda);
            double y = Math.cos(u1) * Math.sin(u2) - Math.sin(u1) * Math.cos(u2) * Math.cos(lambda);
            double sinSigma = Math.hypot(x, y);
            if (sinSigma == 0) {
                return 0;
            }
            double cosSigma = Math.sin(u1) * Math.sin(u2)
                    + Math.cos(u1) * Math.cos(u2) * Math.cos(lambda);
            double sigma = Math.atan2(sinSigma, cosSigma);
            double sinAlpha = Math.cos(u1) * Math.cos(u2) * Math.sin(lambda) / sinSigma;
            double cos2Alpha = 1 - sinAlpha * sinAlpha;
            double cosMiddle = cos2Alpha == 0 ? 0
                    : cosSigma - 2 * Math.sin(u1) * Math.sin(u2) / cos2Alpha;
            double c = F / 16 * cos2Alpha * (4 + F * (4 - 3 * cos2Alpha));
            double before = lambda;
            lambda = east + (1 - c) * F * sinAlpha * (sigma
                    + c * sinSigma * (cosMiddle + c * cosSigma * (-1 + 2 * cosMiddle * cosMiddle)));
            if (Math.abs(lambda - before) < 1e-13) {
                return length(sigma, sinSigma, cosSigma, cos2Alpha, cosMiddle);
            }
        }
        return Double.NaN;
    }

    private static double length(double sigma, double sinSigma, double cosSigma, double cos2Alpha,
            double cosMiddle) {
        double k = cos2Alpha * (A * A - B * B) / (B * B);
        double a = 1 + k / 16384 * (4096 + k * (-768 + k * (320 - 175 * k)));
        double b = k / 1024 * (256 + k * (-128 + k * (74 - 47 * k)));
        double delta = b * sinSigma * (cosMiddle
                + b / 4 * (cosSigma * (-1 + 2 * cosMiddle * cosMiddle) - b / 6 * cosMiddle
                        * (-3 + 4 * sinSigma * sinSigma) * (-3 + 4 * cosMiddle * cosMiddle)));
        return B * a * (sigma - delta);
    }
}
