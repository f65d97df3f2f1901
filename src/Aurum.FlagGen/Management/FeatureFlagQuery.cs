namespace Aurum.FlagGen;

/// <summary>Which flags are wanted. What is null matches every flag.</summary>
public sealed record FeatureFlagQuery
{
    /// <summary>The most flags that a page may have.</summary>
    public const int MaxLimit = 500;

    /// <summary>The flags' status.</summary>
    public FeatureFlagStatus? Status { get; init; }

    /// <summary>A tag that the flags have.</summary>
    public string? Tag { get; init; }

    /// <summary>Who answers for the flags.</summary>
    public string? Owner { get; init; }

    /// <summary>Active or retired flags.</summary>
    public FlagLifecycle? Lifecycle { get; init; }

    /// <summary>A text within the key, the name or the description, in whatever case.</summary>
    public string? Text { get; init; }

    /// <summary>Which page, from 1.</summary>
    /// <value>Default: 1.</value>
    public int Page { get; init; } = 1;

    /// <summary>How many flags a page has.</summary>
    /// <value>1 to <see cref="MaxLimit"/>. Default: 50.</value>
    public int Limit { get; init; } = 50;

    internal bool Matches(FeatureFlag flag) =>
        (Status is null || flag.Status == Status)
        && (Tag is null || flag.Tags.Contains(Tag, StringComparer.Ordinal))
        && (Owner is null || flag.Owner == Owner)
        && (Lifecycle is null || flag.Lifecycle == Lifecycle)
        && (Text is null || Contains(flag.Key, Text) || Contains(flag.Name, Text) || Contains(flag.Description, Text));

    private static bool Contains(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;
}
