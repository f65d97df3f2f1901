namespace Aurum.FlagGen.Manifest.Model;

/// <summary>What a member of a rule says.</summary>
internal enum RulePart
{
    /// <summary>Something for people, which decides nothing.</summary>
    Words,

    /// <summary>Who is kept out. A rule with such a member lets nobody through whom the same rule without it keeps out.</summary>
    Audience,

    /// <summary>Which share of the audience is let through.</summary>
    Share,

    /// <summary>Which bucket a unit falls into.</summary>
    Bucket,

    /// <summary>What is served to those who are let through.</summary>
    Serving,
}
