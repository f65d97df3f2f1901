using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>Instants, counted in ticks of 100 nanoseconds since the year 1, UTC.</summary>
internal static class ReferenceTime
{
    private static readonly Regex Moment = new(
        @"\A(?<year>[0-9]{4})-(?<month>[0-9]{2})-(?<day>[0-9]{2})([Tt](?<hour>[0-9]{2}):(?<minute>[0-9]{2}):(?<second>[0-9]{2})(\.(?<fraction>[0-9]+))?(?<zone>[Zz]|(?<sign>[+-])(?<hours>[0-9]{2}):(?<minutes>[0-9]{2}))?)?\z",
        RegexOptions.CultureInvariant);

    /// <summary>In a context: RFC 3339 with an offset, or a number of Unix milliseconds. A date alone, or a time without zone, does not parse.</summary>
    public static long? ParseAttribute(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => ParseUnixMilliseconds(value),
        JsonValueKind.String => Parse(ReferenceJson.Text(value), needsZone: true),
        _ => null,
    };

    /// <summary>In a condition: the same, and as everywhere in a definition a time without offset is UTC and a date alone its midnight UTC.</summary>
    public static long? ParseConditionValue(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.Number => ParseUnixMilliseconds(value),
        JsonValueKind.String => Parse(ReferenceJson.Text(value), needsZone: false),
        _ => null,
    };

    /// <summary>A time of a definition, or null where none is given.</summary>
    public static long? OfDefinition(JsonElement parent, string name) =>
        ReferenceJson.TextMember(parent, name) is { } text ? Parse(text, needsZone: false) : null;

    private static long? ParseUnixMilliseconds(JsonElement number)
    {
        double milliseconds = ReferenceJson.Double(number);
        double least = (DateTime.MinValue - DateTime.UnixEpoch).TotalMilliseconds;
        double greatest = (DateTime.MaxValue - DateTime.UnixEpoch).TotalMilliseconds;
        return milliseconds >= least && milliseconds < greatest
            ? DateTime.UnixEpoch.Ticks + (long)((decimal)milliseconds * TimeSpan.TicksPerMillisecond)
            : null;
    }

    private static long? Parse(string text, bool needsZone)
    {
        Match match = Moment.Match(text);
        if (!match.Success || (needsZone && !match.Groups["zone"].Success))
        {
            return null;
        }

        int year = Number(match, "year"), month = Number(match, "month"), day = Number(match, "day");
        int hour = Number(match, "hour"), minute = Number(match, "minute"), second = Number(match, "second");
        int hours = Number(match, "hours"), minutes = Number(match, "minutes");
        if (year == 0 || month is 0 or > 12 || day == 0 || day > DateTime.DaysInMonth(year, month)
            || hour > 23 || minute > 59 || second > 59 || hours > 23 || minutes > 59)
        {
            return null;
        }

        long offset = new TimeSpan(hours, minutes, 0).Ticks * (match.Groups["sign"].Value == "-" ? -1 : 1);
        long fraction = long.Parse(match.Groups["fraction"].Value.PadRight(7, '0')[..7], CultureInfo.InvariantCulture);
        long ticks = new DateTime(year, month, day, hour, minute, second, DateTimeKind.Utc).Ticks + fraction - offset;
        return ticks >= 0 && ticks <= DateTime.MaxValue.Ticks ? ticks : null;
    }

    private static int Number(Match match, string group) =>
        match.Groups[group].Success ? int.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
}
