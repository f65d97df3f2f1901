using System.Globalization;

namespace Aurum.FlagGen.Manifest.Values;

/// <summary>Instants as 100 ns ticks of UTC since year 1, as <see cref="DateTime.Ticks"/> counts them.</summary>
/// <remarks>
/// Texts are RFC 3339: <c>T</c> and <c>Z</c> may be written in lower case; a fraction of a second may have any number of digits, of which those past the
/// seventh are cut off; <c>-00:00</c> is UTC. A leap second (23:59:60 in UTC) reads as the last tick of its minute, because ticks have no place of their own for
/// it; :60 at any other time does not parse. What lies before year 1 or after year 9999 in UTC does not parse.
/// </remarks>
internal static class Timestamps
{
    private const int DateLength = 10;
    private const int SecondsEnd = 19;
    private const int FractionDigits = 7;

    /// <summary>An attribute's text: date, time and an offset.</summary>
    public static bool TryParseContext(string text, out long utcTicks) => TryParseDateTime(text, requiresOffset: true, out utcTicks);

    /// <summary>A time in a definition: without an offset it is UTC, and a date alone is its midnight.</summary>
    public static bool TryParseDefinition(string text, out long utcTicks) =>
        text.Length == DateLength ? TryParseDate(text, out utcTicks) : TryParseDateTime(text, requiresOffset: false, out utcTicks);

    /// <summary>A date as <c>yyyy-MM-dd</c>; its midnight in UTC.</summary>
    public static bool TryParseDate(string text, out long utcTicks)
    {
        utcTicks = 0;
        return text.Length == DateLength && TryReadDate(text, out utcTicks);
    }

    /// <summary>A number of milliseconds since 1970, with parts of a millisecond down to a tick.</summary>
    public static bool TryFromUnixMilliseconds(double milliseconds, out long utcTicks)
    {
        const long UnixEpochTicks = 621_355_968_000_000_000;
        utcTicks = 0;
        double whole = Math.Floor(milliseconds);
        bool isInRange = whole >= -UnixEpochTicks / TimeSpan.TicksPerMillisecond && whole <= (DateTime.MaxValue.Ticks - UnixEpochTicks) / TimeSpan.TicksPerMillisecond;
        if (!isInRange)
        {
            return false;
        }

        // The whole milliseconds go by way of integers: times 10,000 they would outgrow the 53 bits of a double.
        utcTicks = UnixEpochTicks + ((long)whole * TimeSpan.TicksPerMillisecond) + (long)((milliseconds - whole) * TimeSpan.TicksPerMillisecond);
        return true;
    }

    /// <summary>The instant as RFC 3339 in UTC, with a fraction only where there is one.</summary>
    public static string Format(long utcTicks) =>
        new DateTime(utcTicks, DateTimeKind.Utc).ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFF'Z'", CultureInfo.InvariantCulture);

    private static bool TryParseDateTime(string text, bool requiresOffset, out long utcTicks)
    {
        utcTicks = 0;
        bool isWellFormed = TryReadDate(text, out long ticks)
            && text.Length >= SecondsEnd
            && text[DateLength] is 'T' or 't'
            && text[13] == ':'
            && text[16] == ':'
            && TryReadTwoDigits(text, 11, 23, out int hour)
            && TryReadTwoDigits(text, 14, 59, out int minute)
            && TryReadTwoDigits(text, 17, 60, out int second)
            && TryAddTime(ref ticks, hour, minute, second);
        if (!isWellFormed)
        {
            return false;
        }

        int position = SecondsEnd;
        bool isLeapSecond = text[17] == '6';
        if (!TryReadFraction(text, ref position, out long fraction) || !TryReadOffset(text, position, requiresOffset, out long offset))
        {
            return false;
        }

        ticks -= offset;
        if (isLeapSecond)
        {
            // The 60 was added as 60 seconds, so that this is the midnight after it.
            bool isMidnight = ticks % TimeSpan.TicksPerDay == 0;
            utcTicks = ticks - 1;
            return isMidnight && IsInRange(utcTicks);
        }

        utcTicks = ticks + fraction;
        return IsInRange(utcTicks);
    }

    private static bool IsInRange(long ticks) => ticks >= 0 && ticks <= DateTime.MaxValue.Ticks;

    private static bool TryAddTime(ref long ticks, int hour, int minute, int second)
    {
        ticks += (hour * TimeSpan.TicksPerHour) + (minute * TimeSpan.TicksPerMinute) + (second * TimeSpan.TicksPerSecond);
        return true;
    }

    private static bool TryReadDate(string text, out long ticks)
    {
        ticks = 0;
        bool isWellFormed = text.Length >= DateLength
            && text[4] == '-'
            && text[7] == '-'
            && TryReadTwoDigits(text, 0, 99, out int century)
            && TryReadTwoDigits(text, 2, 99, out int yearOfCentury)
            && TryReadTwoDigits(text, 5, 12, out int month)
            && TryReadTwoDigits(text, 8, 31, out int day)
            && TryGetDate((century * 100) + yearOfCentury, month, day, out ticks);
        return isWellFormed;
    }

    private static bool TryGetDate(int year, int month, int day, out long ticks)
    {
        bool exists = year > 0 && month > 0 && day > 0 && day <= DateTime.DaysInMonth(year, month);
        ticks = exists ? new DateTime(year, month, day, 0, 0, 0, DateTimeKind.Utc).Ticks : 0;
        return exists;
    }

    private static bool TryReadTwoDigits(string text, int start, int max, out int value)
    {
        value = ((text[start] - '0') * 10) + (text[start + 1] - '0');
        return IsDigit(text[start]) && IsDigit(text[start + 1]) && value <= max;
    }

    private static bool TryReadFraction(string text, ref int position, out long ticks)
    {
        ticks = 0;
        if (position == text.Length || text[position] != '.')
        {
            return true;
        }

        int start = ++position;
        long unit = TimeSpan.TicksPerSecond;
        for (; position < text.Length && IsDigit(text[position]); position++)
        {
            if (position - start < FractionDigits)
            {
                unit /= 10;
                ticks += (text[position] - '0') * unit;
            }
        }

        return position > start;
    }

    private static bool TryReadOffset(string text, int position, bool isRequired, out long ticks)
    {
        ticks = 0;
        if (position == text.Length)
        {
            return !isRequired;
        }

        char sign = text[position];
        if (sign is 'Z' or 'z')
        {
            return position + 1 == text.Length;
        }

        bool isWellFormed = sign is '+' or '-'
            && position + 6 == text.Length
            && text[position + 3] == ':'
            && TryReadTwoDigits(text, position + 1, 23, out int hours)
            && TryReadTwoDigits(text, position + 4, 59, out int minutes)
            && TryAddTime(ref ticks, hours, minutes, 0);
        ticks = sign == '-' ? -ticks : ticks;
        return isWellFormed;
    }

    private static bool IsDigit(char c) => c is >= '0' and <= '9';
}
