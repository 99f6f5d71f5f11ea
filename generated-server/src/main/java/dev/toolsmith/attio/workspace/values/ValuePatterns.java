package dev.toolsmith.attio.workspace.values;

/** Regular expressions of RE2 for the texts that attributes take. */
final class ValuePatterns {

    private static final String LABEL = "[^\\s@/?#:.]+";
    private static final String EXPONENT = "([eE][+-]?[0-9]{1,9})?";
    private static final String CENTS = "[+-]?([0-9]+(\\.[0-9]{0,4}0*)?|\\.[0-9]{1,4}0*)([eE]\\+?[0-9]{1,9})?";
    private static final String TIME = "[Tt ]([01][0-9]|2[0-3]):[0-5][0-9](:[0-5][0-9](\\.[0-9]{1,9})?)?";
    private static final String OFFSET = "([Zz]|[+-](0[0-9]|1[0-7]):[0-5][0-9])?";
    private static final String SHORT_OFFSET = "[+-](0[0-9]|1[0-7])([0-5][0-9])?";

    /** A UUID. */
    static final String UUID = "^[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}$";

    /** A number. */
    static final String NUMBER = "^\\s*[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)" + EXPONENT + "\\s*$";

    /** A number of at most four decimals. */
    static final String AMOUNT = "^\\s*(" + CENTS + "|[+-]?[0-9]+[eE]-[1-4])\\s*$";

    /** A year, or a year and a month. */
    static final String MONTH = "^[0-9]{4}(-(0[1-9]|1[0-2]))?$";

    /** A date; whether the month has such a day is not told by it. */
    static final String DAY = "^[0-9]{4}-[0-9]{2}-[0-9]{2}$";

    /** A date and a time, with or without an offset. */
    static final String MOMENT = "^[0-9]{4}-[0-9]{2}-[0-9]{2}" + TIME + OFFSET + "$";

    /** A date and a time with an offset without a colon. */
    static final String SHORT_MOMENT = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])" + TIME + SHORT_OFFSET + "$";

    /** A domain, or a URL of which only the host counts. */
    static final String DOMAIN = "^\\s*([a-zA-Z][a-zA-Z0-9+.-]*://)?([^@/?#]*@)?" + LABEL + "(\\." + LABEL
            + ")+\\.?(:[0-9]*)?([/?#].*)?\\s*$";

    /** An e-mail address. */
    static final String EMAIL = "[^\\s]@[^\\s@]+\\s*$";

    /** A telephone number with its country's calling code. */
    static final String PHONE = "^\\s*\\+.*[0-9]";

    /** A telephone number as it is written within its country. */
    static final String NATIONAL_PHONE = "[0-9]";

    /** A text that is not only blanks: a last name, a comma and a first name, or a name without a comma. */
    static final String NAME = "[^\\s]";

    /** A text that is not only blanks and commas. */
    static final String ADDRESS = "[^\\s,]";

    /** Degrees north. */
    static final String LATITUDE = "^[-+]?([1-8]?[0-9](\\.[0-9]+)?|90(\\.0+)?)$";

    /** Degrees east. */
    static final String LONGITUDE = "^[-+]?(180(\\.0+)?|(1[0-7][0-9]|[1-9]?[0-9])(\\.[0-9]+)?)$";

    private ValuePatterns() {}
}
