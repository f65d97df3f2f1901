using System.Globalization;
using System.Numerics;
using System.Text.RegularExpressions;

namespace Aurum.FlagGen.Tests.Reference;

/// <summary>Semantic versions.</summary>
internal static class ReferenceSemVer
{
    private static readonly Regex Shape = new(
        @"\A(?<major>0|[1-9][0-9]*)(\.(?<minor>0|[1-9][0-9]*)(\.(?<patch>0|[1-9][0-9]*)(-(?<pre>[0-9A-Za-z.-]+))?)?)?(\+(?<build>[0-9A-Za-z.-]+))?\z",
        RegexOptions.CultureInvariant);

    /// <summary>Three numbers, of which the last and the last two may be missing and are then 0; a pre-release only behind all three; no leading v, no leading zeros.</summary>
    /// <returns>The three numbers and the pre-release's parts, of which there are none in a release; or null.</returns>
    public static (BigInteger[] Core, string[] PreRelease)? Parse(string text)
    {
        Match match = Shape.Match(text);
        string[] pre = match.Groups["pre"].Success ? match.Groups["pre"].Value.Split('.') : [];
        string[] build = match.Groups["build"].Success ? match.Groups["build"].Value.Split('.') : [];
        bool sound = match.Success
            && build.All(static part => part.Length > 0)
            && pre.All(static part => part.Length > 0 && !(IsNumeric(part) && part.Length > 1 && part[0] == '0'));
        return sound ? ([Number(match, "major"), Number(match, "minor"), Number(match, "patch")], pre) : null;
    }

    /// <summary>Precedence as SemVer 2.0.0 defines it: the numbers one by one, a pre-release before its release, pre-releases part by part; build metadata has no part in it.</summary>
    public static int Compare((BigInteger[] Core, string[] PreRelease) left, (BigInteger[] Core, string[] PreRelease) right)
    {
        for (int i = 0; i < 3; i++)
        {
            if (left.Core[i] != right.Core[i])
            {
                return left.Core[i].CompareTo(right.Core[i]);
            }
        }

        if (left.PreRelease.Length == 0 || right.PreRelease.Length == 0)
        {
            return right.PreRelease.Length.CompareTo(left.PreRelease.Length);
        }

        for (int i = 0; i < Math.Min(left.PreRelease.Length, right.PreRelease.Length); i++)
        {
            int order = ComparePart(left.PreRelease[i], right.PreRelease[i]);
            if (order != 0)
            {
                return order;
            }
        }

        return left.PreRelease.Length.CompareTo(right.PreRelease.Length);
    }

    /// <summary>Numeric parts by number, others in ASCII order, and a numeric one before any other.</summary>
    private static int ComparePart(string left, string right) => (IsNumeric(left), IsNumeric(right)) switch
    {
        (true, true) => BigInteger.Parse(left, CultureInfo.InvariantCulture).CompareTo(BigInteger.Parse(right, CultureInfo.InvariantCulture)),
        (true, false) => -1,
        (false, true) => 1,
        _ => string.CompareOrdinal(left, right),
    };

    private static bool IsNumeric(string part) => part.All(char.IsAsciiDigit);

    private static BigInteger Number(Match match, string group) =>
        match.Groups[group].Success ? BigInteger.Parse(match.Groups[group].Value, CultureInfo.InvariantCulture) : 0;
}
