using System.Globalization;

namespace Aurum.FlagGen.CodeFixes;

/// <summary>The keys by which fix-all tells actions apart.</summary>
/// <remarks>The formatting tool applies one action of those that a fix offers: the one whose key comes last. So the first proposal's key comes after the others'.</remarks>
internal static class FixKeys
{
    public const string Proposal = "Proposal";

    private const string Alternative = "Alternative";

    /// <summary>The key of an action by its place among those that are offered.</summary>
    public static string At(int index) => index == 0 ? Proposal : Alternative + index.ToString(CultureInfo.InvariantCulture);
}
