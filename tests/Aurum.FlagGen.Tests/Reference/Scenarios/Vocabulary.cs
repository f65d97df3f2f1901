namespace Aurum.FlagGen.Tests.Reference.Scenarios;

/// <summary>The few values of which scenarios are made, as JSON. There are few, so that conditions and contexts meet; and they are those at which implementations differ.</summary>
internal static class Vocabulary
{
    /// <summary>The instant around which all windows lie.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static readonly string[] Texts =
    [
        "\"admin\"", "\"Admin\"", "\"ADMIN\"", "\"a\"", "\"b\"", "\"ab\"", "\"US\"", "\"us\"", "\"\"", "\" \"", "\"é\"", "\"É\"", "\"ß\"", "\"SS\"", "\"ı\"", "\"I\"", "\"i\"",
        "\"k\"", "\"\\u212a\"", "\"\\ud83d\\ude00\"", "\"aab\"", "\"beta_testers\"", "\"vips\"", "\"u-1\"", "\"true\"", "\"null\"", "\"1\"",
    ];

    /// <summary>Halves of characters, which the manifest's reader refuses and a context may well have.</summary>
    public static readonly string[] Halves = ["\"\\ud800\"", "\"a\\udc00\"", "\"x\\udfff\"", "[\"\\ud800\"]", "{\"\\ud800\":1,\"role\":\"admin\"}"];

    public static readonly string[] Numbers =
    [
        "0", "-0", "1", "1.0", "1e0", "7", "18", "18.5", "-5", "0.1", "9007199254740992", "9007199254740993", "-9007199254740993", "2147483648", "1e300", "1e-320",
        "1234567890123456789", "1234567890123456790", "1234567890123456700", "18446744073709551615", "18446744073709551616", "123456789012345678901234567890", "0.10", "1e3", "1000", "1000.0",
        "0.1000000000000000055", "\"1234567890123456789\"", "\"1e3\"", "\"0.10\"",
        "\"7\"", "\" 7 \"", "\"18\"", "\"+7\"", "\"-0\"", "\".5\"", "\"5.\"", "\"1e1\"", "\"1,000\"", "\"NaN\"", "\"Infinity\"", "\"1e400\"", "\"7\\u0000\"", "\"0x10\"", "\"٧\"", "\"7\\u00a0\"",
        "\"9007199254740993\"", "\"10\"", "\"9\"", "\"(7)\"", "\"7-\"", "\"7e\"", "\"\\t7\\n\"",
    ];

    public static readonly string[] SemVers =
    [
        "\"1.2.3\"", "\"1.2\"", "\"1\"", "\"1.2.0\"", "\"v2\"", "\"V1.2.3\"", "\"2.0.0\"", "\"1.2.3-rc.1+b\"", "\"1.2.3-rc.1\"", "\"1.2.3-rc.2\"", "\"1.2.3-rc.10\"", "\"1.2.3-rc\"",
        "\"1.2.3+b\"", "\"1.2-rc\"", "\"1.2+b\"", "\"01.2.3\"", "\"1.2.3-01\"", "\"1.2.3-0a\"", "\"1.2.3-\"", "\"1.2.3-a..b\"", "\"1.2.3--\"", "\"1.2.3-RC\"", "\"1.2.3.4\"", "\" 1.2.3\"",
        "\"99999999999999999999.0.0\"", "\"99999999999999999998.0.0\"", "\"1.2.3-99999999999999999999\"", "\"1.2.3-9\"", "\"1..3\"", "\"\"", "2", "1.2",
    ];

    public static readonly string[] Versions =
    [
        "\"1\"", "\"1.2\"", "\"1.2.0\"", "\"1.2.0.0\"", "\"1.2.3.4\"", "\"1.2.3.4.5\"", "\"1.10\"", "\"1.9\"", "\"1.2.*\"", "\"1.*\"", "\"*\"", "\"1.2.3.4.*\"", "\"1.2.3.*\"", "\"1.*.3\"",
        "\"1.2*\"", "\"01.2\"", "\"1.\"", "\".1\"", "\"\"", "\"v1.2\"", "\"-1\"", "\"1.2.3.4294967296\"", "\"999999999999999999\"", "\"0999999999999999998\"", "\"9999999999999999999\"", "\" 1.2\"", "2", "1.2",
    ];

    public static readonly string[] Times =
    [
        "\"2026-03-01T12:00:00Z\"", "\"2026-03-01T13:00:00+01:00\"", "\"2026-03-01t12:00:00z\"", "\"2026-03-01T11:59:59.9999999Z\"", "\"2026-03-01T12:00:00.0000001Z\"", "\"2026-03-01T12:00:00\"",
        "\"2026-03-01\"", "\"2026-03-01T00:00:00Z\"", "\"2026-01-30T12:00:00Z\"", "\"2026-01-30T11:59:59.9999999Z\"", "\"2026-01-30T12:00:00.0000001Z\"", "\"2026-01-30T10:00:00-02:00\"",
        "\"2026-02-14T08:00:00.5Z\"", "\"2026-02-30T00:00:00Z\"", "\"2026-03-01T24:00:00Z\"", "\"2026-03-01T12:00Z\"", "\"2026-03-01 12:00:00Z\"", "\"2026-03-01T12:00:00+25:00\"",
        "\"2026-03-01T12:00:00.Z\"", "\"2026-03-01T12:00:00+0100\"", "\"soon\"", "1772366400000", "1772366400001", "1769774400000", "1e300", "-1", "0", "\"1772366400000\"",
    ];

    public static readonly string[] Others = ["true", "false", "null", "[]", "{}", "{\"a\":1}", "[null]", "[[1]]", "[\"a\",\"b\"]", "[1,\"1\"]", "[true]", "[{}]", "[1,7,18]", "[\"\",null,5]"];

    /// <summary>Attributes, each with the values that it mostly has.</summary>
    public static readonly (string Path, string[] Values)[] Attributes =
    [
        ("user.role", Texts), ("country", Texts), ("user.age", Numbers), ("score", Numbers), ("app.version", SemVers), ("os", Versions), ("user.created_at", Times), ("seen", Times),
        ("tags", Others), ("a.b.c", Texts), ("user_id", Ids), ("user_segment", Memberships), ("user", Others),
    ];

    public static string[] Ids =>
    [
        "\"u-1\"", "\"u-2\"", "\"u-3\"", "\"u-4\"", "\"u-5\"", "\"u-6\"", "\"u-7\"", "\"u-8\"", "\"u-9\"", "\"u-10\"", "\"user123\"", "\"ユーザー1\"", "\"\\ud83d\\ude00\"",
        "1", "2", "3", "42", "-7", "9007199254740993", "9223372036854775807", "18446744073709551615", "-170141183460469231731687303715884105728", "\"42\"", "\"\"", "1.5", "true", "null", "[\"u-1\"]", "{}",
    ];

    public static string[] Memberships => ["\"beta_testers\"", "\"vips\"", "\"ghosts\"", "\"new_users\"", "\"premium_users\"", "\"Vips\"", "null", "7"];

    public static readonly string[] MembershipLists =
    [
        "[]", "[\"beta_testers\"]", "[\"vips\",\"vips\"]", "[\"ghosts\",\"staff\"]", "[null,7,\"power_users\"]", "[\"internal_users\",\"enterprise_users\"]", "null",
    ];

    public static readonly string[] Segments =
        ["all_users", "premium_users", "enterprise_users", "beta_testers", "internal_users", "power_users", "new_users", "vips", "staff", "vips", "staff", "ghosts"];

    /// <summary>Instants of definitions: the windows' boundaries, written in every form that a definition allows.</summary>
    public static readonly string[] Boundaries =
    [
        "2026-03-01T12:00:00Z", "2026-03-01T13:00:00+01:00", "2026-03-01T12:00:00", "2026-03-01", "2026-03-01T11:59:59.9999999Z", "2026-03-01T12:00:00.0000001Z", "2026-02-28T12:00:00Z",
        "2026-03-02", "2026-02-01", "2027-01-01", "2020-01-01T00:00:00Z",
    ];

    public static readonly string[] Percentages = ["0", "0.001", "1", "10", "12.5", "29", "33.333", "50", "57.3", "75", "99.999", "100", "100.0", "0.0", "5e1", "100.001", "-1"];

    public static readonly string[] Patterns =
    [
        "^adm", "(?i)ADMIN", "a+b*", "^[0-9]+$", "^$", ".", "z$", "\\\\bus\\\\b", "[é-ü]", "(a|b)+", "\\\\d", "u-[1-5]", "k", "^I$", new string('a', 1000),
    ];

    public static readonly string[] RefusedPatterns = ["(?=a)", "(a)\\\\1", "(?>a)", "[", "(", "(?<!b)a", new string('a', 1001)];

    public static readonly string LongText = "\"" + new string('y', 2047) + "z\"";

    public static readonly string TooLongText = "\"" + new string('y', 2048) + "z\"";
}
