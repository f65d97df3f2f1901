namespace Aurum.FlagGen.Manifest.Values;

/// <summary>What a condition compares a <see cref="DottedVersion"/> with: a version, or its first parts and a star for any rest, such as <c>10.2.*</c>.</summary>
/// <remarks>The star is a part of its own after one to three numbers; a star alone would compare nothing and does not parse.</remarks>
internal readonly struct DottedVersionPattern
{
    private readonly DottedVersion _version;
    private readonly int _parts;

    private DottedVersionPattern(DottedVersion version, int parts, bool hasWildcard)
    {
        _version = version;
        _parts = parts;
        HasWildcard = hasWildcard;
    }

    public bool HasWildcard { get; }

    public static bool TryParse(string text, out DottedVersionPattern pattern)
    {
        pattern = default;
        bool hasWildcard = text.EndsWith(".*", StringComparison.Ordinal);
        int end = hasWildcard ? text.Length - 2 : text.Length;
        if (!DottedVersion.TryParse(text, end, out DottedVersion version, out int count) || (hasWildcard && count == DottedVersion.MaxParts))
        {
            return false;
        }

        pattern = new DottedVersionPattern(version, hasWildcard ? count : DottedVersion.MaxParts, hasWildcard);
        return true;
    }

    /// <summary>How a version stands to the pattern: negative before it, 0 equal in all parts that count, positive after it.</summary>
    public int Compare(in DottedVersion version) => version.CompareTo(_version, _parts);
}
