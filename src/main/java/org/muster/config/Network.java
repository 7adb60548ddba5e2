package org.muster.config;

import java.net.InetAddress;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * An address, or all whose first bits are the same: {@code 192.0.2.7}, {@code 10.1.0.0/16}, {@code 2001:db8::/32}.
 *
 * @param bits how many of them are the same, at least 1
 */
public record Network(InetAddress base, int bits) {
    private static final Pattern V4 = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}");
    private static final Pattern V6 = Pattern.compile("[0-9a-fA-F:.]{2,45}");
    private static final Pattern BITS = Pattern.compile("[0-9]{1,3}");

    public Network {
        if (bits < 1 || bits > 8 * base.getAddress().length) {
            throw new IllegalArgumentException("bits " + bits);
        }
    }

    /** Reads one of either form; empty when it is neither, or would be the whole internet. */
    static Optional<Network> of(String text) {
        int slash = text.indexOf('/');
        Optional<InetAddress> base = address(slash < 0 ? text : text.substring(0, slash));
        if (base.isEmpty()) {
            return Optional.empty();
        }
        int all = 8 * base.get().getAddress().length;
        String length = slash < 0 ? Integer.toString(all) : text.substring(slash + 1);
        if (!BITS.matcher(length).matches()) {
            return Optional.empty();
        }
        int bits = Integer.parseInt(length);
        return bits < 1 || bits > all ? Optional.empty()
                : Optional.of(new Network(base.get(), bits));
    }

    /** An address written as such, in full; never a name that would have to be looked up. */
    public static Optional<InetAddress> address(String text) {
        boolean v6 = text.indexOf(':') >= 0;
        if (!(v6 ? V6 : V4).matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.ofLiteral(text));
        } catch (IllegalArgumentException notOne) {
            return Optional.empty();
        }
    }

    /** Whether an address is one of them. */
    public boolean contains(InetAddress address) {
        byte[] mine = base.getAddress();
        byte[] other = address.getAddress();
        if (mine.length != other.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
